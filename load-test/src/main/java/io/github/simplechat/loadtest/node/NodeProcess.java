package io.github.simplechat.loadtest.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service in a process of its own, which can be killed. */
public final class NodeProcess implements AutoCloseable {

    private static final String UNLIMITED = "1000000";

    private final ChildJvm process;
    private final int port;

    private NodeProcess(ChildJvm process, int port) {
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
            Map<String, String> environment = new HashMap<>(database.environment());
            environment.put("CHAT_HTTP_PORT", Integer.toString(port));
            environment.put("CHAT_MANAGEMENT_PORT", "0");
            environment.put("CHAT_ROOM_SENDSPERSECOND", UNLIMITED);
            environment.put("CHAT_ROOM_SENDBURST", UNLIMITED);
            environment.putAll(settings);
            ChildJvm.Plan plan =
                    new ChildJvm.Plan(
                            prefix,
                            List.of("-Xmx1g"),
                            List.of("node", "--service", service.name(), "--axon", axon.name()),
                            environment,
                            log);
            return new NodeProcess(plan.start(), port);
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
        process.kill();
    }

    /** Lets it end by itself. */
    @Override
    public void close() {
        process.close();
    }
}
