package io.github.simplechat.command.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.person.PersonErased;
import io.github.simplechat.api.room.MessageSent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Automations are shown only what says that it has consequences, so what they react to must. */
class AutomationsTest {

    private static final UUID ME = UUID.randomUUID();
    private static final Instant AT = Instant.parse("2026-11-22T06:00:00Z");
    private static final ChatEvent MENTIONING =
            new MessageSent(
                    UUID.randomUUID(),
                    ME,
                    AT,
                    1,
                    "@you",
                    null,
                    null,
                    List.of(UUID.randomUUID()),
                    List.of());
    private static final ChatEvent ERASED = new PersonErased(ME, ME, AT);
    private static final ChatEvent PLAIN = MessageSent.of(UUID.randomUUID(), ME, AT, 1, "hi");

    @Test
    void given_an_event_that_an_automation_reacts_to_then_it_has_consequences() {
        assertThat(new WhenMessageSentThenMentionPeople().react(MENTIONING)).isNotEmpty();
        assertThat(new WhenPersonErasedThenForgetThem().react(ERASED)).isNotEmpty();

        assertThat(List.of(MENTIONING, ERASED)).allMatch(ChatEvent::hasConsequences);
    }

    @Test
    void given_a_message_that_mentions_nobody_then_it_has_none() {
        assertThat(new WhenMessageSentThenMentionPeople().react(PLAIN)).isEmpty();
        assertThat(PLAIN.hasConsequences()).isFalse();
    }
}
