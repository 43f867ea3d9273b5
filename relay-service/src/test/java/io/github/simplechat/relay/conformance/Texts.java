package io.github.simplechat.relay.conformance;

import static io.github.simplechat.relay.conformance.Wire.assertNoRequest;
import static io.github.simplechat.relay.conformance.Wire.hex;
import static io.github.simplechat.relay.conformance.Wire.sendFragments;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.relay.testing.RawSocket;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Group 6: text is UTF-8, and what is none is refused as soon as it shows. */
interface Texts extends Wire {

    @ParameterizedTest
    @CsvSource({
        "Korean, ec9588eb8595",
        "an emoji, f09f9982",
        "the first of one byte, 00",
        "the last of one byte, 7f",
        "the first of two bytes, c280",
        "the last of two bytes, dfbf",
        "the first of three bytes, e0a080",
        "the last before the surrogates, ed9fbf",
        "the first after the surrogates, ee8080",
        "a replacement character, efbfbd",
        "a character that is none, efbfbe",
        "the last of three bytes, efbfbf",
        "the first of four bytes, f0908080",
        "a character that is none of plane 1, f09fbfbf",
        "the last of all, f48fbfbf",
    })
    default void given_text_cut_between_any_bytes_when_sent_then_it_is_taken(
            String what, String hex) throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(RawSocket.frame(FIN | TEXT, hex(hex)));
            assertNoRequest(socket);
            sendFragments(socket, TEXT, hex(hex), 1);
            assertNoRequest(socket);
            socket.sendChopped(RawSocket.frame(FIN | TEXT, hex(hex)), 1);
            assertNoRequest(socket);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a continuation byte alone, 80",
        "the last continuation byte alone, bf",
        "a continuation byte too many, c28080",
        "two bytes cut off by a space, c220",
        "three bytes cut off by a space, e28220",
        "four bytes cut off by a space, f09f9920",
        "a slash in two bytes, c0af",
        "a slash in three bytes, e080af",
        "a slash in four bytes, f08080af",
        "the longest overlong two bytes, c1bf",
        "the longest overlong three bytes, e09fbf",
        "the longest overlong four bytes, f08fbfbf",
        "an overlong zero, c080",
        "five bytes, f888808080",
        "six bytes, fc8480808080",
        "fe, fe",
        "ff, ff",
        "the first high surrogate, eda080",
        "the last high surrogate, edafbf",
        "the first low surrogate, edb080",
        "the last low surrogate, edbfbf",
        "a pair of surrogates, eda080edb080",
        "the first above all, f4908080",
        "the last of four bytes above all, f7bfbfbf",
    })
    default void given_bytes_that_are_no_text_when_sent_then_they_end_with_1007(
            String what, String hex) throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(RawSocket.frame(FIN | TEXT, hex("cebae1bdb9" + hex + "cf83")));
            assertThat(socket.closeCode()).as(what).isEqualTo(1007);
        }
        try (RawSocket socket = connect()) {
            sendFragments(socket, TEXT, hex(hex + "cf83"), 1);
            assertThat(socket.closeCode()).as(what).isEqualTo(1007);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2", "e2", "e282", "f0", "f09f", "f09f99"})
    default void given_text_that_ends_within_a_character_when_sent_then_it_ends_with_1007(
            String hex) throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(RawSocket.frame(TEXT, hex("61"))).send(RawSocket.frame(FIN, hex(hex)));
            assertThat(socket.closeCode()).isEqualTo(1007);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "c0", "f490", "eda080", "e080"})
    default void given_an_impossible_byte_when_sent_then_the_end_of_the_message_is_not_awaited(
            String hex) throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(RawSocket.frame(TEXT, hex("cebae1bdb9" + hex)));
            assertThat(socket.closeCode()).isEqualTo(1007);
        }
        try (RawSocket socket = connect()) {
            byte[] frame = RawSocket.frame(FIN | TEXT, hex("cebae1bdb9" + hex + "61"));
            socket.send(Arrays.copyOf(frame, frame.length - 1));
            assertThat(socket.closeCode()).isEqualTo(1007);
        }
    }
}
