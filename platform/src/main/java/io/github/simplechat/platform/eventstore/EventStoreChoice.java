package io.github.simplechat.platform.eventstore;

import io.github.simplechat.platform.eventstore.axonserver.AxonServerStoreConfiguration;
import io.github.simplechat.platform.eventstore.postgres.PostgresStoreConfiguration;
import io.github.simplechat.platform.startup.CannotStart;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** Where events are kept, by the setting {@code CHAT_EVENT_STORE}. Nothing else asks for it. */
final class EventStoreChoice implements ImportSelector {

    private final Environment environment;

    EventStoreChoice(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String[] selectImports(AnnotationMetadata importing) {
        return new String[] {chosen().getName()};
    }

    private Class<?> chosen() {
        String store = environment.getProperty("chat.event-store", "postgresql");
        return switch (store) {
            case "postgresql" -> PostgresStoreConfiguration.class;
            case "axon-server" -> AxonServerStoreConfiguration.class;
            default ->
                    throw new CannotStart(
                            "the setting CHAT_EVENT_STORE has the value '%s'; it can be postgresql or axon-server."
                                    .formatted(store));
        };
    }
}
