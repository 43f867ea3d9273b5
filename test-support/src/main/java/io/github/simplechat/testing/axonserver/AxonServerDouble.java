package io.github.simplechat.testing.axonserver;

import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Speaks the part of Axon Server's protocol that the connector needs for an event store, and keeps
 * the events in memory. It was written from the protocol's description, not from the server: it
 * proves that our side speaks the protocol, and nothing about Axon Server's durability, order or
 * speed. A real server is tested when {@code CHAT_TEST_AXONSERVER} names one.
 */
public final class AxonServerDouble implements AutoCloseable {

    private static final Metadata.Key<String> TOKEN =
            Metadata.Key.of("AxonIQ-Access-Token", Metadata.ASCII_STRING_MARSHALLER);

    private final ExecutorService calls = Executors.newCachedThreadPool();
    private final EventStoreDouble events = new EventStoreDouble();
    private final Server server;

    private AxonServerDouble(int port, String token) {
        this.server =
                NettyServerBuilder.forAddress(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                        .executor(calls)
                        .addService(new PlatformDouble())
                        .addService(events)
                        .intercept(new TokenCheck(token))
                        .permitKeepAliveTime(1, TimeUnit.MILLISECONDS)
                        .permitKeepAliveWithoutCalls(true)
                        .build();
    }

    /**
     * Starts one at a free port of the loopback address.
     *
     * @param token what a client must present, empty for nothing
     */
    public static AxonServerDouble start(String token) {
        return start(0, token);
    }

    private static AxonServerDouble start(int port, String token) {
        AxonServerDouble started = new AxonServerDouble(port, token);
        try {
            started.server.start();
            return started;
        } catch (IOException e) {
            started.close();
            throw new UncheckedIOException(e);
        }
    }

    /** Runs one as a process: the argument is the port. Ends when the process is ended. */
    public static void main(String[] args) throws InterruptedException {
        AxonServerDouble started = start(Integer.parseInt(args[0]), "");
        System.out.println("A double of Axon Server listens at " + started.address());
        started.server.awaitTermination();
    }

    /** Where it is, as {@code host:port}. */
    public String address() {
        return "127.0.0.1:" + server.getPort();
    }

    /**
     * The next append is lost on its way: the server never sees it, and the client gets an error.
     */
    public void loseNextAppend() {
        events.loseNextAppend();
    }

    /** The next append is stored, but its confirmation is lost: the client gets an error. */
    public void loseNextConfirmation() {
        events.loseNextConfirmation();
    }

    /** Ends all streams of events, as a server does that goes away. */
    public void breakStreams() {
        events.breakStreams();
    }

    @Override
    public void close() {
        server.shutdownNow();
        calls.shutdownNow();
    }

    private record TokenCheck(String token) implements ServerInterceptor {

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            if (!token.isEmpty() && !token.equals(headers.get(TOKEN))) {
                call.close(
                        Status.UNAUTHENTICATED.withDescription("The token is wrong."),
                        new Metadata());
                return new ServerCall.Listener<>() {};
            }
            return next.startCall(call, headers);
        }
    }
}
