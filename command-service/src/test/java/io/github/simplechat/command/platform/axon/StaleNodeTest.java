package io.github.simplechat.command.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.room.AddMember;
import io.github.simplechat.api.room.ChangeRoom;
import io.github.simplechat.api.room.CreateRoom;
import io.github.simplechat.api.room.LeaveRoom;
import io.github.simplechat.api.room.SendMessage;
import io.github.simplechat.api.room.Visibility;
import io.github.simplechat.command.TestService;
import io.github.simplechat.command.platform.idempotency.Outcome;
import io.github.simplechat.command.platform.web.Commands;
import io.github.simplechat.platform.eventstore.Claim;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A room that this node has in memory and that the other node has changed since. */
class StaleNodeTest {

    private static final Instant AT = Instant.parse("2026-11-22T06:00:00.123Z");
    private static final ConfigurableApplicationContext OTHER = TestService.start();

    private final Commands here = TestService.bean(Commands.class);
    private final Commands there = OTHER.getBean(Commands.class);
    private final UUID owner = UUID.randomUUID();
    private final UUID friend = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();

    StaleNodeTest() {
        here.send(new CreateRoom(room, owner, AT, "방", Visibility.PUBLIC, null));
    }

    @AfterAll
    static void close() {
        OTHER.close();
    }

    @Test
    void given_a_member_added_there_when_they_write_here_then_they_are_not_refused() {
        Receipt added = add(there).receipt();

        assertThat(say(here).version()).isEqualTo(added.version() + 1);
    }

    @Test
    void given_a_member_gone_there_when_added_here_then_they_are_added_again() {
        add(here);
        there.send(new LeaveRoom(room, friend, AT));

        Receipt again = add(here).receipt();

        assertThat(say(there).version()).isEqualTo(again.version() + 1);
    }

    @Test
    void
            given_a_member_gone_there_when_added_here_with_a_key_then_the_key_keeps_the_right_answer() {
        Claim claim = new Claim(owner, "again-" + room, "d");
        add(here);
        there.send(new LeaveRoom(room, friend, AT));

        Outcome again = here.send(new AddMember(room, owner, AT, friend, 10), claim);

        assertThat(say(there).version()).isEqualTo(again.receipt().version() + 1);
        assertThat(there.send(new AddMember(room, owner, AT, friend, 10), claim))
                .isEqualTo(new Outcome(again.receipt(), true));
    }

    @Test
    void given_a_version_from_there_when_a_change_here_insists_on_it_then_it_is_made() {
        Receipt added = add(there).receipt();

        Receipt changed =
                here.send(new ChangeRoom(room, owner, AT, "새 방", null, null, null, added.version()))
                        .receipt();

        assertThat(changed.version()).isEqualTo(added.version() + 1);
    }

    @Test
    void given_a_member_added_there_when_many_write_here_at_once_then_none_is_refused()
            throws Exception {
        add(there);

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Long> seqs =
                    callers
                            .invokeAll(
                                    IntStream.range(0, 64)
                                            .<java.util.concurrent.Callable<Receipt>>mapToObj(
                                                    i -> () -> say(here))
                                            .toList())
                            .stream()
                            .map(said -> said.resultNow().seq())
                            .sorted()
                            .toList();
            assertThat(seqs).isEqualTo(LongStream.rangeClosed(1, 64).boxed().toList());
        }
    }

    @Test
    void given_news_from_there_when_the_refusal_is_right_all_the_same_then_it_is_refused() {
        add(there);

        assertThatThrownBy(() -> here.send(SendMessage.of(room, UUID.randomUUID(), AT, "누구세요")))
                .isInstanceOf(Rejection.class);
    }

    private Outcome add(Commands node) {
        return node.send(new AddMember(room, owner, AT, friend, 10));
    }

    private Receipt say(Commands node) {
        return node.send(SendMessage.of(room, friend, AT, "말")).receipt();
    }
}
