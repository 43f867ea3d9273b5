package io.github.simplechat.loadtest.node;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A service in a process of its own, which can be killed. */
public final class NodeProcess implements AutoCloseable {

    /** What the process says once it serves. */
    static final String READY = "ready";

    private static final String UNLIMITED = "1000000";

    private final Process process;
    private final int port;

    private NodeProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * How to start one.
     *
     * @param service which one
     * @param axon what carries its events
     * @param prefix what its command line begins with, for {@code taskset}; may be empty
     * @param port where it serves
     * @param settings added to its environment
     * @param log where its errors go, and what it says once it serves
     */
    public record Plan(
            Service service,
            Axon axon,
            List<String> prefix,
            int port,
            Database database,
            Map<String, String> settings,
            Path log) {

        /** Starts it and returns when it serves. */
        public NodeProcess start() {
            List<String> command = new ArrayList<>(prefix);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(
                    List.of(
                            "-XX:+UseCompactObjectHeaders",
                            "-Xmx1g",
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-Ddisable-axoniq-console-message=true",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "io.github.simplechat.loadtest.ChatLoad",
                            "node",
                            "--service",
                            service.name(),
                            "--axon",
                            axon.name()));
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(database.environment());
            builder.environment().put("CHAT_HTTP_PORT", Integer.toString(port));
            builder.environment().put("CHAT_MANAGEMENT_PORT", "0");
            builder.environment().put("CHAT_ROOM_SENDSPERSECOND", UNLIMITED);
            builder.environment().put("CHAT_ROOM_SENDBURST", UNLIMITED);
            builder.environment().putAll(settings);
            try {
                NodeProcess node = new NodeProcess(builder.start(), port);
                node.awaitReady(log.toFile());
                return node;
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

    /** A port that is free at the moment. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it serves. */
    public URI url() {
        return url(port);
    }

    /** Where a service on a port of this machine serves. */
    public static URI url(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Its process. */
    public long pid() {
        return process.pid();
    }

    /** Ends it as a crash would, with {@code SIGKILL}. */
    public void kill() {
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
