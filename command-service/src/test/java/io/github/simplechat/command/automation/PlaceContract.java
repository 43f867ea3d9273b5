package io.github.simplechat.command.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every place promises. */
abstract class PlaceContract {

    private final String name = "test-" + UUID.randomUUID();

    /** A node's view of the places that all nodes share. */
    abstract Place node();

    @Test
    void given_a_place_that_one_node_holds_when_another_asks_then_it_waits_its_turn() {
        Place one = node();
        Place other = node();
        try (Place.Held held = one.hold(name).orElseThrow()) {
            assertThat(other.hold(name)).isEmpty();
            held.moveTo(7);
        }
        try (Place.Held held = other.hold(name).orElseThrow()) {
            assertThat(held.position()).isEqualTo(7);
        }
    }

    @Test
    void given_a_new_automation_when_held_then_it_begins_at_the_beginning_and_never_goes_back() {
        try (Place.Held held = node().hold(name).orElseThrow()) {
            assertThat(held.position()).isZero();
            held.moveTo(7);
            held.moveTo(5);
            assertThat(held.position()).isEqualTo(7);
        }
    }
}
