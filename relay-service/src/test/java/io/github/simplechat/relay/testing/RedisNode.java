package io.github.simplechat.relay.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;

/** One server of a Redis Cluster, a child of this process on loopback ports. */
public final class RedisNode {

    /** As docs/redis-cluster.md names them. */
    private static final String RIGHTS =
            "~relay:* &relay:* +@pubsub +@scripting +@string +del +cluster +ping +hello +client +info";

    private static final int ANSWER_MILLIS = 5_000;

    private final Path program;
    private final Path folder;
    private final String id;
    private final int port;
    private final int busPort;
    private Process process;

    /** A node whose folder is there and holds what it knows of the cluster. */
    RedisNode(Path program, Path folder, String id, int port, int busPort) {
        this.program = program;
        this.folder = folder;
        this.id = id;
        this.port = port;
        this.busPort = busPort;
        this.process = started();
    }

    private Process started() {
        try {
            return new ProcessBuilder(
                            program.toString(),
                            "--port " + port,
                            "--bind 127.0.0.1",
                            "--dir " + folder,
                            "--save ''",
                            "--appendonly no",
                            "--user relay on >secret " + RIGHTS,
                            "--cluster-enabled yes",
                            "--cluster-config-file nodes.conf",
                            "--cluster-port " + busPort,
                            "--cluster-node-timeout " + TestRedisCluster.NODE_TIMEOUT.toMillis(),
                            "--repl-diskless-sync-delay 0")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("redis.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id() {
        return id;
    }

    public int port() {
        return port;
    }

    /** Ends it without a word, as a machine does that loses its power. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again, with what it knew of the cluster and nothing else. */
    public void startAgain() {
        process = started();
        awaitStart();
    }

    void awaitStart() {
        Awaitility.await().until(() -> !process.isAlive() || listens());
        if (!process.isAlive()) {
            throw new IllegalStateException("Redis did not start: " + log());
        }
    }

    private boolean listens() {
        try {
            return say("PING").equals("+PONG");
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** What it wrote of itself. */
    String log() {
        try {
            return Files.readString(folder.resolve("redis.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer to a command, as it comes over the wire, without the line's end. */
    public String say(String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            BufferedReader answer =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return read(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list comes as one line for each of its parts. */
    private static String read(BufferedReader answer) throws IOException {
        String line = answer.readLine();
        if (line == null) {
            throw new IOException("no answer");
        }
        if (line.startsWith("$") && !line.equals("$-1")) {
            char[] text = new char[Integer.parseInt(line.substring(1)) + 2];
            int read = 0;
            while (read < text.length) {
                read += Math.max(0, answer.read(text, read, text.length - read));
            }
            return new String(text).strip();
        }
        if (line.startsWith("*")) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < Integer.parseInt(line.substring(1)); i++) {
                all.append(read(answer)).append('\n');
            }
            return all.toString().strip();
        }
        return line;
    }
}
