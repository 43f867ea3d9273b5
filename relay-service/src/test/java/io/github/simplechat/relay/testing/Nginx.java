package io.github.simplechat.relay.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A real nginx with the configuration of {@code deploy/nginx}, in front of relay nodes. */
public final class Nginx implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
    private static final Path SHIPPED = Path.of("..", "deploy", "nginx", "chat.conf");
    private static final String NODE = "server relay-service:8090;";
    private static final String PORT = "listen 8000;";

    private static final String AROUND =
            """
            daemon off;
            master_process off;
            pid nginx.pid;
            error_log stderr warn;
            events {}
            http {
                access_log off;
                client_body_temp_path body;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                include chat.conf;
            }
            """;

    private final Process process;
    private final Path log;
    private final int port;

    private Nginx(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Whether this machine has one; Debian calls the package nginx-light. */
    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** Starts one and waits until it listens. */
    public static Nginx before(RelayProcess... nodes) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path folder = Files.createTempDirectory("relay-test-nginx");
        Files.writeString(folder.resolve("nginx.conf"), AROUND);
        Files.writeString(folder.resolve("chat.conf"), configuration(port, nodes));
        Path log = folder.resolve("nginx.log");
        Process process =
                new ProcessBuilder(
                                PROGRAM.toString(),
                                "-p",
                                folder.toString(),
                                "-c",
                                "nginx.conf",
                                "-e",
                                "stderr")
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        Nginx nginx = new Nginx(process, log, port);
        Awaitility.await().until(() -> !process.isAlive() || nginx.listens());
        if (!process.isAlive()) {
            throw new IllegalStateException("nginx did not start: " + nginx.log());
        }
        return nginx;
    }

    private static String configuration(int port, RelayProcess... nodes) throws IOException {
        String shipped = Files.readString(SHIPPED);
        if (!shipped.contains(NODE) || !shipped.contains(PORT)) {
            throw new IllegalStateException("not the configuration that is known here: " + SHIPPED);
        }
        String servers =
                Arrays.stream(nodes)
                        .map(node -> "server " + node.address("http", "").getAuthority() + ";")
                        .collect(Collectors.joining(" "));
        return shipped.replace(PORT, "listen 127.0.0.1:" + port + ";")
                .replace(NODE, servers)
                .replace("server command-service:", "server 127.0.0.1:")
                .replace("server query-service:", "server 127.0.0.1:");
    }

    private boolean listens() {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    public URI address(String scheme, String path) {
        return URI.create(scheme + "://127.0.0.1:" + port + path);
    }

    /** What it complained of. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
