package io.github.simplechat.loadtest.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.api.RoomQueries.Change;
import io.github.simplechat.loadtest.conversation.Conversation;
import io.github.simplechat.loadtest.plan.Persona;
import io.github.simplechat.loadtest.plan.RoomPlan;
import io.github.simplechat.loadtest.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResumePointTest {

    private static final RoomPlan PLAN =
            RoomPlan.of(
                    "irc",
                    Conversation.parse(
                            "l",
                            """
                            [09:00] <a> 1
                            === a [h] has left #r
                            === a [h] has joined #r
                            [09:00] <b> 2
                            === b [h] has left #r
                            """));
    private static final Map<Persona, String> IDS = new HashMap<>();

    static {
        PLAN.people().forEach(who -> IDS.put(who, "id of " + who.displayName()));
    }

    private static List<Change> changes(int steps) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(0, "room.created", "owner", -1));
        changes.add(new Change(1, "room.person.in", "owner", -1));
        for (Step step : PLAN.steps().subList(0, steps)) {
            String who = String.valueOf(IDS.get(step.who()));
            changes.add(
                    switch (step) {
                        case Step.Joins joins ->
                                new Change(changes.size(), "room.person.in", who, -1);
                        case Step.Leaves leaves ->
                                new Change(changes.size(), "room.person.out", who, -1);
                        case Step.Says says ->
                                new Change(changes.size(), "room.msg.new", who, says.seq());
                    });
        }
        return changes;
    }

    @Test
    void every_step_that_happened_is_recognised() {
        for (int steps = 0; steps <= PLAN.steps().size(); steps++) {
            long stored = changes(steps).stream().filter(one -> one.seq() > 0).count();
            assertThat(ResumePoint.find(PLAN.steps(), IDS, changes(steps)))
                    .isEqualTo(new ResumePoint(steps, stored));
        }
    }

    @Test
    void others_may_come_and_go() {
        List<Change> changes = changes(3);
        changes.add(3, new Change(9, "room.person.in", "a listener", -1));
        changes.add(4, new Change(10, "room.person.out", "a listener", -1));

        assertThat(ResumePoint.find(PLAN.steps(), IDS, changes).step()).isEqualTo(3);
    }

    @Test
    void given_a_room_that_somebody_disturbed_then_only_its_messages_count() {
        List<Change> changes = changes(2);
        changes.add(new Change(4, "room.person.in", "id of b", -1));

        assertThat(ResumePoint.find(PLAN.steps(), IDS, changes)).isEqualTo(new ResumePoint(2, 1));
    }
}
