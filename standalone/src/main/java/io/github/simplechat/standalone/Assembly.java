package io.github.simplechat.standalone;

import io.github.simplechat.command.CommandServiceApplication;
import io.github.simplechat.platform.startup.ChatApplication;
import io.github.simplechat.platform.startup.Logs;
import io.github.simplechat.query.QueryServiceApplication;
import io.github.simplechat.relay.RelayServiceApplication;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The three services in this process: commands and queries share one context and one port, the live
 * feed has its own. What was opened first is closed last.
 */
final class Assembly implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private @Nullable Stores stores;

    private Assembly() {}

    /** The stores, while it runs. */
    Stores stores() {
        return Objects.requireNonNull(stores);
    }

    /** Starts everything; returns when all of it is ready to be used. */
    static Assembly start(Settings settings) {
        Assembly assembly = new Assembly();
        try {
            assembly.startAll(settings);
            return assembly;
        } catch (RuntimeException e) {
            assembly.close();
            throw e;
        }
    }

    private void startAll(Settings settings) {
        Logs.initialize();
        DataFolder folder = opened(DataFolder.open(settings.dataFolder()));
        Ports.requireFree(settings.ports());
        stores = opened(Stores.start(folder));
        Map<String, Object> properties = properties(settings, folder, stores());
        CompletableFuture<ConfigurableApplicationContext> live =
                CompletableFuture.supplyAsync(
                        () -> run(live(), properties), Thread.ofPlatform().name("live")::start);
        open.push(() -> live.thenAccept(ConfigurableApplicationContext::close).join());
        ConfigurableApplicationContext api = opened(run(api(live), properties));
        try {
            live.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        Readiness.await(api);
    }

    private static SpringApplicationBuilder api(
            CompletableFuture<ConfigurableApplicationContext> live) {
        return ChatApplication.prepare(
                        "command-service,query-service,standalone-api",
                        CommandServiceApplication.class,
                        QueryServiceApplication.class)
                .initializers(context ->
                        ((GenericApplicationContext) context)
                                .registerBean(
                                        "liveFeedHealthIndicator",
                                        HealthIndicator.class,
                                        () -> () -> health(live)));
    }

    private static Health health(CompletableFuture<ConfigurableApplicationContext> live) {
        boolean ready =
                live.isDone() && !live.isCompletedExceptionally() && Readiness.isUp(live.join());
        return ready ? Health.up().build() : Health.down().build();
    }

    private static SpringApplicationBuilder live() {
        return ChatApplication.prepare(
                "relay-service,standalone-live", RelayServiceApplication.class);
    }

    private static ConfigurableApplicationContext run(
            SpringApplicationBuilder application, Map<String, Object> properties) {
        return application
                .registerShutdownHook(false)
                .initializers(context ->
                        context.getEnvironment()
                                .getPropertySources()
                                .addFirst(new MapPropertySource("assembly", properties)))
                .run();
    }

    private static Map<String, Object> properties(
            Settings settings, DataFolder folder, Stores stores) {
        Map<String, Object> properties = new HashMap<>(stores.environment());
        properties.put("CHAT_HTTP_PORT", settings.httpPort());
        properties.put("CHAT_LIVE_PORT", settings.livePort());
        properties.put("CHAT_MANAGEMENT_PORT", settings.managementPort());
        properties.put("CHAT_LIVE_MANAGEMENT_PORT", settings.liveManagementPort());
        properties.put("CHAT_SEARCH_FOLDER", folder.search().toString());
        properties.put(
                "CHAT_TOKEN_JWKS_URI",
                "http://localhost:%d/.well-known/jwks.json".formatted(settings.httpPort()));
        return properties;
    }

    private <T extends AutoCloseable> T opened(T closeable) {
        open.push(closeable);
        return closeable;
    }

    @Override
    public void close() {
        open.forEach(Closing::quietly);
    }
}
