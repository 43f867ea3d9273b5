package io.github.simplechat.platform.eventstore.axonserver;

import io.github.simplechat.platform.eventstore.EventStoreConfiguration;
import io.github.simplechat.stores.EmbeddedPostgresql;
import io.github.simplechat.testing.axonserver.AxonServerDouble;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The event store as the profile makes it: on the double, or on the server that is named. */
public final class AxonServerProfile implements AutoCloseable {

    private static final String TOKEN = "only-for-tests";

    private final EmbeddedPostgresql postgres = EmbeddedPostgresql.temporary();
    private final @Nullable AxonServerDouble server;
    private final String address;
    private final String token;
    private final ConfigurableApplicationContext context;

    private AxonServerProfile(@Nullable AxonServerDouble server, String address, String token) {
        this.server = server;
        this.address = address;
        this.token = token;
        this.context = connect();
    }

    @Import(EventStoreConfiguration.class)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class Application {}

    /** On a double that wants a token. */
    public static AxonServerProfile onDouble() {
        AxonServerDouble server = AxonServerDouble.start(TOKEN);
        return new AxonServerProfile(server, server.address(), TOKEN);
    }

    /** On a real server; skips the test, aloud, where none is named. */
    public static AxonServerProfile onRealServer() {
        String address = System.getenv("CHAT_TEST_AXONSERVER");
        if (address == null || address.isBlank()) {
            String skipped =
                    "SKIPPED on a real Axon Server: set CHAT_TEST_AXONSERVER to host:port.";
            System.err.println(skipped);
            Assumptions.abort(skipped);
        }
        return new AxonServerProfile(
                null,
                Objects.requireNonNull(address),
                Objects.requireNonNullElse(System.getenv("CHAT_AXONSERVER_TOKEN"), ""));
    }

    /** One more process on the same stores. */
    public ConfigurableApplicationContext connect() {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=platform")
                .run(
                        postgres.arguments(
                                "--chat.event-store=axon-server",
                                "--chat.axonserver.servers=" + address,
                                "--chat.axonserver.token=" + token));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    AxonServerDouble server() {
        return Objects.requireNonNull(server, "not on a double");
    }

    @Override
    public void close() {
        context.close();
        if (server != null) {
            server.close();
        }
        postgres.close();
    }
}
