package io.github.simplechat.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import redis.embedded.RedisServer;

/**
 * A real Redis server on a loopback port. Keeps nothing on disk: what goes through Redis here can
 * be read again from the event store.
 */
public final class EmbeddedRedis implements AutoCloseable {

    private final RedisServer server;
    private final int port;

    private EmbeddedRedis(RedisServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** A server on any free port. */
    public static EmbeddedRedis temporary() {
        try {
            return on(Files.createTempDirectory("simple-chat-redis"), freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A server with a folder for its process id. One that a killed process left behind on the same
     * folder is stopped first.
     *
     * @param port the loopback port, 0 for any free one
     */
    public static EmbeddedRedis on(Path folder, int port) {
        Path pidFile = folder.resolve("redis.pid").toAbsolutePath();
        Leftover.stop(pidFile, "redis");
        try {
            Files.createDirectories(folder);
            int chosen = port == 0 ? freePort() : port;
            RedisServer server =
                    RedisServer.newRedisServer()
                            .port(chosen)
                            .bind("127.0.0.1")
                            .setting("save \"\"")
                            .setting("appendonly no")
                            .setting("daemonize no")
                            .setting("pidfile " + pidFile)
                            .build();
            server.start();
            return new EmbeddedRedis(server, chosen);
        } catch (IOException e) {
            throw new UncheckedIOException("Redis did not start: " + e.getMessage(), e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Where to connect. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
