package io.github.simplechat.relay.testing;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.eventstore.postgres.PostgresEventStorageEngine;
import io.github.simplechat.platform.security.VerificationKeys;
import io.github.simplechat.platform.startup.ChatApplication;
import io.github.simplechat.relay.RelayServiceApplication;
import io.github.simplechat.relay.netty.LiveServer;
import io.github.simplechat.relay.platform.RelaySettings.Engine;
import io.github.simplechat.stores.EmbeddedPostgresql;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The relay as it really starts, on real stores. */
public final class RelayProcess implements AutoCloseable {

    private static final EmbeddedPostgresql POSTGRES = EmbeddedPostgresql.temporary();
    private static final TestTokens TOKENS = new TestTokens();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(POSTGRES::close));
    }

    private final ConfigurableApplicationContext context;
    private final PostgresEventStorageEngine engine;
    private final Map<UUID, Long> versions = new ConcurrentHashMap<>();

    public RelayProcess(String redisUrl, String... settings) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                POSTGRES.arguments(
                                        "--server.port=0",
                                        "--management.server.port=0",
                                        "--spring.data.redis.url=" + redisUrl)));
        arguments.addAll(List.of(settings));
        ApplicationContextInitializer<ConfigurableApplicationContext> keys =
                context ->
                        ((GenericApplicationContext) context)
                                .registerBean(VerificationKeys.class, TOKENS::verificationKeys);
        context =
                ChatApplication.prepare(
                                RelayServiceApplication.CONFIGURATION,
                                RelayServiceApplication.class)
                        .initializers(keys)
                        .run(arguments.toArray(String[]::new));
        engine = context.getBean(PostgresEventStorageEngine.class);
    }

    /** The setting that chooses an engine. */
    public static String on(Engine engine) {
        return "--chat.relay.engine=" + engine;
    }

    /** Those of every relay here. */
    public TestTokens tokens() {
        return TOKENS;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public FeedReader reader() {
        return bean(FeedReader.class);
    }

    /** Appends events, each as the next one of its feed, in one transaction. */
    public void append(ChatEvent... events) {
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        Arrays.stream(events).forEach(event -> messages.add(next(event)));
        engine.appendEvents(messages);
    }

    private DomainEventMessage<?> next(ChatEvent event) {
        long version =
                versions.compute(
                        event.feedId(),
                        (id, last) -> last == null ? reader().version(id) + 1 : last + 1);
        return new GenericDomainEventMessage<>("Feed", event.feedId().toString(), version, event);
    }

    public URI address(String scheme, String path) {
        return URI.create(scheme + "://127.0.0.1:" + port() + path);
    }

    private int port() {
        LiveServer netty = context.getBeanProvider(LiveServer.class).getIfAvailable();
        return netty != null
                ? netty.port()
                : context.getEnvironment().getRequiredProperty("local.server.port", int.class);
    }

    /** A client of a person, connected. */
    public TestClient connect(UUID userId) {
        return TestClient.connect(address("ws", "/ws"), TOKENS.valid(userId));
    }

    @Override
    public void close() {
        context.close();
    }
}
