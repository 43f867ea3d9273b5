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

    private static final int TRIES = 5;

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
            return port == 0 ? startOnFreePort(pidFile, TRIES) : start(pidFile, port);
        } catch (IOException e) {
            throw new UncheckedIOException("Redis did not start: " + e.getMessage(), e);
        }
    }

    /** Between being found free and being used, a port may be taken by somebody else. */
    private static EmbeddedRedis startOnFreePort(Path pidFile, int tries) throws IOException {
        try {
            return start(pidFile, freePort());
        } catch (IOException e) {
            if (tries == 1) {
                throw e;
            }
            return startOnFreePort(pidFile, tries - 1);
        }
    }

    private static EmbeddedRedis start(Path pidFile, int port) throws IOException {
        RedisServer server =
                RedisServer.newRedisServer()
                        .port(port)
                        .bind("127.0.0.1")
                        .setting("save \"\"")
                        .setting("appendonly no")
                        .setting("daemonize no")
                        .setting("pidfile " + pidFile)
                        .build();
        server.start();
        return new EmbeddedRedis(server, port);
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
