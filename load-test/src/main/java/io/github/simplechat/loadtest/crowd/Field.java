package io.github.simplechat.loadtest.crowd;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Finds a piece of JSON in bytes, and a number after it, without reading the rest. */
final class Field {

    static final Field VERSION = new Field("\"version\":");
    static final Field EVENT = new Field("\"msg-type\":");
    static final Field WELCOME = new Field("\"connection success\"");
    static final Field REFUSAL = new Field("\"connection failed\"");

    private static final int TEN = 10;

    private final byte[] piece;

    Field(String piece) {
        this.piece = piece.getBytes(StandardCharsets.US_ASCII);
    }

    boolean isIn(ByteBuffer json) {
        return find(json) >= 0;
    }

    /**
     * The number after it, which is not below -1.
     *
     * @throws IllegalArgumentException when there is none
     */
    long numberIn(ByteBuffer json) {
        int at = find(json);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "No number in what the server tells: " + StandardCharsets.UTF_8.decode(json));
        }
        long number = 0;
        if (json.get(at) == '-') {
            return -1;
        }
        while (at < json.limit() && Character.isDigit((char) json.get(at))) {
            number = number * TEN + json.get(at++) - '0';
        }
        return number;
    }

    /** Where it ends; -1 when it is not there. */
    private int find(ByteBuffer json) {
        for (int at = json.position(); at <= json.limit() - piece.length; at++) {
            if (isAt(json, at)) {
                return at + piece.length;
            }
        }
        return -1;
    }

    private boolean isAt(ByteBuffer json, int at) {
        for (int i = 0; i < piece.length; i++) {
            if (json.get(at + i) != piece[i]) {
                return false;
            }
        }
        return true;
    }
}
