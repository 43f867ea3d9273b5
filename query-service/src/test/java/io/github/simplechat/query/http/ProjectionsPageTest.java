package io.github.simplechat.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.person.NoticeReceived;
import io.github.simplechat.query.testing.QueryService;
import io.github.simplechat.query.testing.TestTokens;
import io.github.simplechat.testing.browser.Browser;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The page in a real browser on the real service. Skipped, and said so, where there is none. */
@Import(TrialProjection.class)
@TestPropertySource(
        properties = {
            "chat.query.projections.batch-size=10",
            "chat.query.projections.park-after=1"
        })
class ProjectionsPageTest extends QueryService {

    private static final int NOTICES = 60;
    private static final String TRIAL = "//section[h2='trial']";
    private static final String ENTER = "\uE007";

    private final UUID someone = UUID.randomUUID();
    private Browser browser;

    @AfterEach
    void close() {
        TrialProjection.LIMIT.set(Long.MAX_VALUE);
        TrialProjection.SPOILT.clear();
        if (browser != null) {
            browser.picture(Path.of("target", "pictures", "projections-last.png"));
            browser.close();
        }
    }

    @Test
    void an_administrator_rebuilds_switches_back_cancels_and_retries() {
        visit("en");
        onlyAdministratorsComeIn();
        seesHowFarEverythingIs();
        rebuildsByKeyboard();
        switchesBack();
        cancels();
        retriesAParkedFeed();
        comesBackAndLeaves();
        assertThat(browser.console())
                .noneMatch(line -> line.contains("Uncaught"))
                .noneMatch(line -> line.contains("Content Security Policy"));
    }

    private void onlyAdministratorsComeIn() {
        assertThat(browser.label("#paste input")).isEqualTo("Access token");
        enter("no token");
        shows("#trouble", "Log in, please: the token is not valid, or no longer.");
        enter(TestTokens.of(someone));
        shows("#trouble", "Projections are for administrators.");
        browser.type("[name=username]", "admin");
        browser.type("[name=password]", "admin-password");
        browser.press(ENTER);
        shows("#trouble", "There is no login at this address; use an access token.");
        enter(TestTokens.of(someone, "admin"));
        shows(TRIAL + "//h2", "trial");
        assertThat(browser.text("#trouble")).isEmpty();
    }

    private void seesHowFarEverythingIs() {
        long head =
                send(TestTokens.of(someone, "admin"), "GET", "/v1/admin/projections")
                        .json()
                        .path(0)
                        .path("head")
                        .asLong();
        shows(TRIAL + "//dl", "State\nrunning\n");
        shows(TRIAL + "//dl", "Position\n%,d / %,d\n".formatted(head, head));
        shows(TRIAL + "//dl", "Lag\n0 sec\n");
        assertThat(browser.run("return document.querySelectorAll('section').length").asInt())
                .isEqualTo(6);
        assertThat(browser.role(TRIAL)).isEqualTo("region");
        assertThat(browser.label(TRIAL)).isEqualTo("trial");
        TrialProjection.LIMIT.set(head / 2);
    }

    private void rebuildsByKeyboard() {
        String begin = TRIAL + "//button[@data-do='begin']";
        assertThat(browser.label(begin)).isEqualTo("Rebuild trial");
        browser.run("document.querySelector('[data-key=trial] [data-do=begin]').focus()");
        browser.press(ENTER);
        shows("#news", "trial: generation 2 is being built.");
        String bar = TRIAL + "//tr[th='2']//progress";
        await().untilAsserted(() ->
                assertThat(
                                browser.run(
                                                "return document.querySelector('[data-key=trial]"
                                                        + " [data-key=\"2\"] progress').value")
                                        .asDouble())
                        .isBetween(0.2, 0.8));
        shows(TRIAL + "//tr[th='2']", "%");
        assertThat(browser.role(bar)).isEqualTo("progressbar");
        assertThat(browser.label(bar)).isEqualTo("Progress trial 2");
        browser.picture(Path.of("target", "pictures", "projections-rebuild.png"));
        assertThat(browser.run("return document.activeElement.dataset.do").asString())
                .as("what has the focus keeps it")
                .isEqualTo("begin");
        TrialProjection.LIMIT.set(Long.MAX_VALUE);
        shows("#news", "trial: generation 2 serves now.");
        shows(TRIAL + "//tr[th='2']", "serving equal");
    }

    private void switchesBack() {
        String back = TRIAL + "//tr[th='1']//button[@data-do='switch']";
        assertThat(browser.label(back)).isEqualTo("Switch back 1");
        browser.click(back);
        shows("#news", "trial: generation 1 serves now.");
        shows(TRIAL + "//tr[th='1']", "serving");
        shows(TRIAL + "//tr[th='2']", "Switch back");
        assertThat(browser.run("return document.activeElement.id").asString())
                .as("who switched by a button that is gone")
                .isEqualTo("projection-trial");
    }

    private void cancels() {
        TrialProjection.LIMIT.set(0);
        browser.click(TRIAL + "//button[@data-do='begin']");
        shows(TRIAL + "//tr[th='3']", "running");
        browser.click(TRIAL + "//tr[th='3']//button[@data-do='cancel']");
        TrialProjection.LIMIT.set(Long.MAX_VALUE);
        shows("#news", "trial: generation 3 is cancelled.");
        shows(TRIAL + "//tr[th='3']", "cancelled");
    }

    private void retriesAParkedFeed() {
        UUID spoilt = UUID.randomUUID();
        TrialProjection.SPOILT.add(spoilt);
        notice(spoilt);
        String feed = TRIAL + "//table[caption='Parked feeds']//tr[th='" + spoilt + "']";
        shows(feed, "NoticeReceived");
        notice(spoilt);
        shows(feed, "0 to 1");
        browser.picture(Path.of("target", "pictures", "projections-parked.png"));
        browser.click(feed + "//button");
        shows("#news", "trial: feed " + spoilt + " still cannot be taken in.");
        TrialProjection.SPOILT.clear();
        browser.click(feed + "//button");
        shows("#news", "trial: feed " + spoilt + " goes on.");
        await().untilAsserted(() ->
                assertThat(
                                browser.run(
                                        "return document.querySelectorAll('.parked tbody tr').length"))
                        .hasToString("0"));
    }

    private void comesBackAndLeaves() {
        browser.visit(url("/admin/projections"));
        shows(TRIAL + "//dl", "running");
        browser.click("#leave");
        shows("#login h2", "Log in as an administrator");
        assertThat(browser.run("return sessionStorage.length").asInt()).isZero();
        assertThat(browser.run("return document.querySelectorAll('section').length").asInt())
                .isZero();
    }

    @Test
    void it_speaks_korean_to_whom_prefers_it() {
        visit("ko,en");
        enter(TestTokens.of(someone, "admin"));
        shows(TRIAL + "//dl", "상태\n진행 중\n");
        assertThat(browser.run("return document.documentElement.lang").asString()).isEqualTo("ko");
        assertThat(
                        browser.run(
                                        "return [...document.querySelectorAll('[data-say]')]"
                                                + ".map(part => part.textContent)")
                                .valueStream()
                                .map(words -> words.asString()))
                .isNotEmpty()
                .allMatch(words ->
                        words.codePoints()
                                .anyMatch(c ->
                                        Character.UnicodeScript.of(c)
                                                == Character.UnicodeScript.HANGUL));
    }

    @Test
    void its_parts_are_for_everyone_and_allow_nothing_from_elsewhere() {
        Answer page = send("", "GET", "/admin/projections");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self';");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        for (String part : List.of("page.css", "page.js", "service.js", "words.js")) {
            assertThat(send("", "GET", "/admin/projections/" + part).status()).isEqualTo(200);
        }
        assertThat(send("", "GET", "/admin/projections/other.js").problem())
                .isEqualTo("404 not-found");
        assertThat(send("", "POST", "/admin/projections").problem())
                .isEqualTo("401 unauthenticated");
    }

    private void visit(String languages) {
        assumeThat(Browser.isInstalled()).as("Chromium and its driver are installed").isTrue();
        for (int i = 0; i < NOTICES; i++) {
            notice(someone);
        }
        browser = Browser.open(languages);
        browser.visit(url("/admin/projections"));
    }

    private void enter(String token) {
        browser.type("#paste input", token);
        browser.click("#paste button");
    }

    private void shows(String what, String text) {
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(browser.text(what)).contains(text));
    }

    private void notice(UUID person) {
        happened(
                new NoticeReceived(
                        person,
                        person,
                        Instant.parse("2026-11-22T06:00:00Z"),
                        "payment",
                        "Paid",
                        null));
    }
}
