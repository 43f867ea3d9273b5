package io.github.simplechat.testing.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * A Chromium without a window and without a past. What is on a page is named by an XPath when that
 * begins with a slash, else by a CSS selector.
 */
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
    private static final List<String> FLAGS =
            List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--window-size=1280,1000");

    private final Driver driver;
    private final String session;

    private Browser(Driver driver, String session) {
        this.driver = driver;
        this.session = session;
    }

    /** Whether this machine has one; Debian calls the packages chromium and chromium-driver. */
    public static boolean isInstalled() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    /** Opens one whose user prefers these languages, such as {@code ko,en}. */
    public static Browser open(String languages) {
        Driver driver = Driver.start(DRIVER.toString());
        try {
            Map<String, ?> options =
                    Map.of(
                            "binary",
                            CHROMIUM.toString(),
                            "args",
                            FLAGS,
                            "prefs",
                            Map.of("intl.accept_languages", languages));
            JsonNode session =
                    driver.send(
                            "POST",
                            "/session",
                            Map.of(
                                    "capabilities",
                                    Map.of(
                                            "alwaysMatch",
                                            Map.of(
                                                    "goog:chromeOptions",
                                                    options,
                                                    "goog:loggingPrefs",
                                                    Map.of("browser", "ALL")))));
            return new Browser(driver, "/session/" + session.path("sessionId").asString());
        } catch (RuntimeException e) {
            driver.close();
            throw e;
        }
    }

    /** Goes to an address and waits until its page is loaded. */
    public void visit(String address) {
        post("/url", Map.of("url", address));
    }

    /** Clicks where a person would; fails when nothing is to be seen there. */
    public void click(String what) {
        post(element(what) + "/click", Map.of());
    }

    /** Types into a field. */
    public void type(String what, String text) {
        post(element(what) + "/value", Map.of("text", text));
    }

    /** Presses keys wherever the focus is. */
    public void press(String keys) {
        JsonNode focused = driver.send("GET", session + "/element/active", Map.of());
        post("/element/" + focused.path(ELEMENT).asString() + "/value", Map.of("text", keys));
    }

    /** The text of something as a person sees it. */
    public String text(String what) {
        return get(element(what) + "/text");
    }

    /** What assistive technology says that something is, such as {@code button}. */
    public String role(String what) {
        return get(element(what) + "/computedrole");
    }

    /** What assistive technology calls something. */
    public String label(String what) {
        return get(element(what) + "/computedlabel");
    }

    /** What a piece of JavaScript in the page returns, with {@code arguments}. */
    public JsonNode run(String script, Object... arguments) {
        return post("/execute/sync", Map.of("script", script, "args", List.of(arguments)));
    }

    /** What the page wrote to its console since the last call, and what the browser refused it. */
    public List<String> console() {
        return post("/se/log", Map.of("type", "browser"))
                .valueStream()
                .map(line -> line.path("message").asString())
                .toList();
    }

    /** Keeps what is to be seen as a PNG. */
    public void picture(Path file) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, Base64.getDecoder().decode(get("/screenshot")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String element(String what) {
        String using = what.startsWith("/") ? "xpath" : "css selector";
        return "/element/"
                + post("/element", Map.of("using", using, "value", what)).path(ELEMENT).asString();
    }

    private JsonNode post(String path, Map<String, ?> body) {
        return driver.send("POST", session + path, body);
    }

    private String get(String path) {
        return driver.send("GET", session + path, Map.of()).asString();
    }

    @Override
    public void close() {
        try {
            driver.send("DELETE", session, Map.of());
        } finally {
            driver.close();
        }
    }
}
