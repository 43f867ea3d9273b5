package io.github.simplechat.relay.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of presence must do. */
public abstract class PresenceStoreContract {

    private static final Duration LONG = Duration.ofHours(1);

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    protected abstract PresenceStore store();

    /** Lets this time go by, or less when it can be waited for. */
    protected abstract void pass(Duration time);

    @Test
    void whoever_was_said_to_be_here_is_and_nobody_else() {
        store().here(List.of(ada), LONG);
        assertThat(store().whoIsHere(List.of(ada, bob))).containsExactly(ada);
        assertThat(store().whoIsHere(List.of(bob))).isEmpty();
        assertThat(store().whoIsHere(List.of())).isEmpty();
        store().here(List.of(), LONG);
    }

    @Test
    void many_people_are_said_and_asked_about_at_once() {
        Set<UUID> here = Stream.generate(UUID::randomUUID).limit(2_500).collect(Collectors.toSet());
        Set<UUID> all = Stream.generate(UUID::randomUUID).limit(2_500).collect(Collectors.toSet());
        all.addAll(here);
        store().here(here, LONG);
        assertThat(store().whoIsHere(all)).isEqualTo(new HashSet<>(here));
    }

    @Test
    void what_was_said_ends_by_itself_unless_it_is_said_again() {
        Duration shortly = Duration.ofMillis(50);
        store().here(List.of(ada, bob), shortly);
        store().here(List.of(ada), LONG);
        pass(shortly);
        await().until(() -> !store().whoIsHere(List.of(bob)).contains(bob));
        assertThat(store().whoIsHere(List.of(ada, bob))).containsExactly(ada);
    }
}
