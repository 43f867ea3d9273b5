package io.github.simplechat.platform.eventstore.axonserver;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.github.simplechat.platform.startup.CannotStart;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import java.io.File;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The connection to Axon Server, which is made again when it breaks. Whoever waits longer than ten
 * seconds for an answer gives up, without knowing what became of the request.
 */
final class Channels implements AutoCloseable {

    private static final int ANSWER_SECONDS = 10;
    private static final int HEARTBEAT_SECONDS = 10;
    private static final int MAX_MESSAGE = 16 * 1024 * 1024;

    private final AxonServerConnectionFactory factory;
    private final AxonServerConnection connection;

    private Channels(AxonServerConnectionFactory factory, String context) {
        this.factory = factory;
        this.connection = factory.connect(context);
        connection
                .controlChannel()
                .enableHeartbeat(HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Connects.
     *
     * @throws CannotStart when there is no server, or it refuses us
     */
    static Channels open(String component, AxonServerSettings settings) {
        Channels channels = new Channels(factory(component, settings), settings.context());
        try {
            channels.await(channels.events().getLastToken());
            return channels;
        } catch (RuntimeException e) {
            channels.close();
            throw new CannotStart(
                    "Axon Server does not answer at %s (CHAT_AXONSERVER_SERVERS): %s."
                            .formatted(settings.servers(), e.getMessage()),
                    e);
        }
    }

    private static AxonServerConnectionFactory factory(
            String component, AxonServerSettings settings) {
        AxonServerConnectionFactory.Builder builder =
                AxonServerConnectionFactory.forClient(component)
                        .routingServers(
                                Stream.of(settings.servers().split(",", -1))
                                        .map(Channels::address)
                                        .toArray(ServerAddress[]::new))
                        .maxInboundMessageSize(MAX_MESSAGE);
        if (settings.token() != null) {
            builder.token(settings.token());
        }
        if (settings.tls()) {
            secure(builder, settings);
        }
        return builder.build();
    }

    private static ServerAddress address(String server) {
        int colon = server.indexOf(':');
        return colon < 0
                ? new ServerAddress(server)
                : new ServerAddress(
                        server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)));
    }

    private static void secure(
            AxonServerConnectionFactory.Builder builder, AxonServerSettings settings) {
        if (settings.certificate() == null) {
            builder.useTransportSecurity();
            return;
        }
        try {
            builder.useTransportSecurity(
                    GrpcSslContexts.forClient()
                            .trustManager(new File(settings.certificate()))
                            .build());
        } catch (SSLException | IllegalArgumentException e) {
            throw new CannotStart(
                    "the file in CHAT_AXONSERVER_CERTIFICATE cannot be read as a certificate.", e);
        }
    }

    EventChannel events() {
        return connection.eventChannel();
    }

    /**
     * Waits for an answer.
     *
     * @throws RefusedByServer when it is an error
     */
    <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new RefusedByServer(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new EventStoreException("Axon Server did not answer in time.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreException("Interrupted while waiting for Axon Server.", e);
        }
    }

    @Override
    public void close() {
        factory.shutdown();
    }
}
