package io.github.simplechat.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.platform.startup.CannotStart;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

class EventStoreChoiceTest {

    @Import(EventStoreConfiguration.class)
    static class Application {}

    @Test
    void given_an_unknown_event_store_when_starting_then_one_sentence_names_the_choice() {
        assertThatThrownBy(() -> start("--chat.event-store=mysql"))
                .hasRootCauseInstanceOf(CannotStart.class)
                .hasRootCauseMessage(
                        "the setting CHAT_EVENT_STORE has the value 'mysql'; it can be postgresql or axon-server.");
    }

    private static void start(String argument) {
        new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=platform", "logging.level.root=off")
                .run(argument)
                .close();
    }
}
