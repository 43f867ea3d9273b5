package io.github.simplechat.loadtest.node;

import io.github.simplechat.stores.EmbeddedRedis;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/** A real Redis server on this machine, to which all can be done that happens to one. */
public final class RedisServer implements AutoCloseable {

    private static final int ANSWER_MILLIS = 5_000;
    private static final int TRIES = 50;

    /** Below what a system gives to outgoing connections: so nobody takes it in an outage. */
    private static final int FIRST_PORT = 20_000;

    private static final int END_OF_PORTS = 30_000;

    private final Path folder;
    private final int port;
    private EmbeddedRedis server;

    private RedisServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.server = EmbeddedRedis.on(folder, port);
    }

    /** Starts one, which keeps nothing but its process id in a folder. */
    public static RedisServer on(Path folder) {
        for (int tries = 0; tries < TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, END_OF_PORTS);
            if (isFree(port)) {
                return new RedisServer(folder, port);
            }
        }
        throw new IllegalStateException("No port is free for Redis.");
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Where to connect, always the same. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Ends it as a crash would, with {@code SIGKILL}. */
    public void kill() {
        ProcessHandle process = process();
        process.destroyForcibly();
        process.onExit().join();
        server.close();
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets it end by itself. */
    public void stop() {
        server.close();
    }

    /** Starts it again, empty. */
    public void start() {
        server = EmbeddedRedis.on(folder, port);
    }

    /** Lets it do nothing, with {@code SIGSTOP}: connections stay, and nobody answers on them. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets it go on, with {@code SIGCONT}. */
    public void thaw() {
        signal("CONT");
    }

    /** Ends all connections of a kind, {@code normal} or {@code pubsub}; how many there were. */
    public int cut(String kind) {
        return Integer.parseInt(say("CLIENT KILL TYPE " + kind).substring(1));
    }

    /** Says a command to it; the first line of the answer. */
    public String say(String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new BufferedReader(
                                    new InputStreamReader(
                                            socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine();
            if (answer == null || answer.startsWith("-")) {
                throw new IllegalStateException(command + " was answered with " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(command, e);
        }
    }

    private void signal(String name) {
        String pid = Long.toString(process().pid());
        try {
            int code = new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("SIG" + name + " did not reach Redis.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ProcessHandle process() {
        try {
            long pid = Long.parseLong(Files.readString(pidFile()).strip());
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pidFile() {
        return folder.resolve("redis.pid");
    }

    /** Ends it, frozen or not. */
    @Override
    public void close() {
        if (Files.exists(pidFile())) {
            thaw();
        }
        server.close();
    }
}
