package io.github.simplechat.loadtest.fanout;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Finds {@code "seq":} and its number in JSON, without reading the rest. */
final class Seq {

    private static final byte[] NAME = "\"seq\":".getBytes(StandardCharsets.US_ASCII);
    private static final int TEN = 10;

    private Seq() {}

    /**
     * The number.
     *
     * @throws IllegalArgumentException when there is none
     */
    static long of(ByteBuffer json) {
        int at = find(json);
        long number = 0;
        while (at < json.limit() && Character.isDigit((char) json.get(at))) {
            number = number * TEN + json.get(at++) - '0';
        }
        return number;
    }

    private static int find(ByteBuffer json) {
        for (int at = json.position(); at < json.limit() - NAME.length; at++) {
            if (matches(json, at)) {
                return at + NAME.length;
            }
        }
        throw new IllegalArgumentException("No seq in what a server has told.");
    }

    private static boolean matches(ByteBuffer json, int at) {
        for (int i = 0; i < NAME.length; i++) {
            if (json.get(at + i) != NAME[i]) {
                return false;
            }
        }
        return true;
    }
}
