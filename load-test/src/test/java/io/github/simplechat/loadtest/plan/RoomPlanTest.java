package io.github.simplechat.loadtest.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.conversation.Conversation;
import io.github.simplechat.loadtest.plan.RoomPlan.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomPlanTest {

    private static RoomPlan plan(String... lines) {
        return RoomPlan.of("irc", Conversation.parse("l", String.join("\n", lines)));
    }

    private static Persona persona(String nick) {
        return Persona.of("irc", nick, nick);
    }

    private static List<String> describe(RoomPlan plan) {
        return plan.steps().stream()
                .map(step ->
                        switch (step) {
                            case Step.Joins joins -> joins.who().displayName() + " in";
                            case Step.Leaves leaves -> leaves.who().displayName() + " out";
                            case Step.Says says -> says.who().displayName() + " " + says.seq();
                        })
                .toList();
    }

    @Test
    void who_speaks_without_having_joined_joins_first() {
        assertThat(describe(plan("[09:00] <a> x", "[09:00] <a> y")))
                .containsExactly("a in", "a 1", "a 2");
    }

    @Test
    void who_left_joins_again_when_they_come_back_or_speak() {
        assertThat(
                        describe(
                                plan(
                                        "=== a [h] has joined #r",
                                        "=== a [h] has left #r",
                                        "[09:00] <a> x",
                                        "=== a [h] has quit [bye]",
                                        "=== a [h] has joined #r")))
                .containsExactly("a in", "a out", "a in", "a 1", "a out", "a in");
    }

    @Test
    void joining_twice_and_leaving_without_being_there_are_no_steps() {
        assertThat(
                        describe(
                                plan(
                                        "=== b [h] has left #r",
                                        "=== a [h] has joined #r",
                                        "=== a [h] has joined #r")))
                .containsExactly("a in");
    }

    @Test
    void a_renamed_person_goes_on_and_can_leave_under_the_new_nick() {
        RoomPlan plan =
                plan(
                        "[09:00] <a> x",
                        "=== a is now known as b",
                        "[09:00] <b> y",
                        "=== b [h] has left #r");

        assertThat(describe(plan)).containsExactly("a in", "a 1", "a 2", "a out");
    }

    @Test
    void who_takes_a_nick_that_was_given_up_is_somebody_else_until_it_is_taken_back() {
        RoomPlan plan =
                plan(
                        "=== a is now known as b",
                        "[09:00] <a> somebody else",
                        "[09:00] <b> the first a",
                        "=== a is now known as c",
                        "=== b is now known as a",
                        "[09:00] <a> the first a",
                        "[09:00] <c> somebody else");

        List<Persona> authors = plan.messages().stream().map(Step.Says::who).toList();
        assertThat(authors.get(1)).isEqualTo(persona("a")).isEqualTo(authors.get(2));
        assertThat(authors.get(0)).isNotEqualTo(persona("a")).isEqualTo(authors.get(3));
        assertThat(plan.people()).hasSize(2);
    }

    @Test
    void standings_follow_joins_and_own_messages() {
        RoomPlan plan =
                plan(
                        "[09:00] <a> 1",
                        "[09:00] <b> 2",
                        "=== c [h] has joined #r",
                        "[09:00] <a> 3",
                        "=== b [h] has left #r",
                        "=== d [h] has joined #r",
                        "=== d [h] has left #r",
                        "=== d [h] has joined #r",
                        "[09:00] <d> 4",
                        "[09:00] <a> 5");

        assertThat(plan.standings())
                .containsOnly(
                        java.util.Map.entry(persona("a"), new Standing(0, 5)),
                        java.util.Map.entry(persona("c"), new Standing(2, 0)),
                        java.util.Map.entry(persona("d"), new Standing(3, 4)));
        assertThat(new Standing(3, 4).readSeq()).isEqualTo(4);
        assertThat(new Standing(3, 0).readSeq()).isEqualTo(3);
    }

    @Test
    void keys_are_the_same_in_every_run_and_different_for_every_line() {
        String[] log = {"[09:00] <a> same", "[09:00] <a> same"};

        List<String> keys = plan(log).messages().stream().map(Step.Says::key).toList();

        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("[!-~]{1,128}"));
        assertThat(plan(log).messages().stream().map(Step.Says::key)).isEqualTo(keys);
    }
}
