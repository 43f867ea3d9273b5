package io.github.simplechat.loadtest.node;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A hidden command of this program in a process of its own, which can be killed. It ends when this
 * process does.
 */
final class ChildJvm implements AutoCloseable {

    /** What the process says once it serves. */
    static final String READY = "ready";

    private final Process process;

    private ChildJvm(Process process) {
        this.process = process;
    }

    /**
     * How to start one.
     *
     * @param prefix what its command line begins with, for {@code taskset}; may be empty
     * @param options of the virtual machine, its memory among them
     * @param arguments of the program
     * @param settings added to its environment
     * @param log where its errors go
     */
    record Plan(
            List<String> prefix,
            List<String> options,
            List<String> arguments,
            Map<String, String> settings,
            Path log) {

        /** Starts it and returns when it serves. */
        ChildJvm start() {
            List<String> command = new ArrayList<>(prefix);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
            command.addAll(
                    List.of(
                            "-XX:+UseCompactObjectHeaders",
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-Ddisable-axoniq-console-message=true",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "io.github.simplechat.loadtest.ChatLoad"));
            command.addAll(arguments);
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(settings);
            try {
                ChildJvm child = new ChildJvm(builder.start());
                child.awaitReady(log.toFile());
                return child;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void awaitReady(File log) throws IOException {
        BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(READY)) {
                Thread.ofVirtual().start(() -> keep(output, log));
                return;
            }
        }
        throw new IllegalStateException("A service did not start; its log is " + log + ".");
    }

    private static void keep(BufferedReader output, File log) {
        try (output;
                Writer file = new FileWriter(log, StandardCharsets.UTF_8, true)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                file.write(line + System.lineSeparator());
                file.flush();
            }
        } catch (IOException e) {
            System.err.println("What a service says is not kept: " + e.getMessage());
        }
    }

    long pid() {
        return process.pid();
    }

    /** Ends it as a crash would, with {@code SIGKILL}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Lets it end by itself. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy(); // it has no input any more, so it is ending
        }
        process.onExit().join();
    }
}
