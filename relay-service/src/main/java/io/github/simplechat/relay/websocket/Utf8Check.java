package io.github.simplechat.relay.websocket;

/**
 * Checks text that comes in pieces, byte by byte, so that a wrong byte is noticed when it arrives
 * and not when the message ends. Overlong forms, surrogates and what lies above U+10FFFF are wrong.
 */
final class Utf8Check {

    private static final int TAIL_FIRST = 0x80;
    private static final int TAIL_LAST = 0xBF;

    private int tails;
    private int first = TAIL_FIRST;
    private int last = TAIL_LAST;

    /** Takes the next byte; false when no text can continue with it. */
    boolean accepts(byte next) {
        int value = next & 0xFF;
        return tails > 0 ? tail(value) : lead(value);
    }

    private boolean tail(int value) {
        if (value < first || value > last) {
            return false;
        }
        tails--;
        first = TAIL_FIRST;
        last = TAIL_LAST;
        return true;
    }

    private boolean lead(int value) {
        if (value < 0x80) {
            return true;
        }
        if (value >= 0xC2 && value <= 0xDF) {
            tails = 1;
        } else if (value >= 0xE0 && value <= 0xEF) {
            tails = 2;
            first = value == 0xE0 ? 0xA0 : TAIL_FIRST;
            last = value == 0xED ? 0x9F : TAIL_LAST;
        } else if (value >= 0xF0 && value <= 0xF4) {
            tails = 3;
            first = value == 0xF0 ? 0x90 : TAIL_FIRST;
            last = value == 0xF4 ? 0x8F : TAIL_LAST;
        } else {
            return false;
        }
        return true;
    }

    /** Whether the text may end here. */
    boolean isComplete() {
        return tails == 0;
    }

    /** Whether all of the bytes are text. */
    static boolean isText(byte[] bytes, int from, int to) {
        Utf8Check check = new Utf8Check();
        for (int i = from; i < to; i++) {
            if (!check.accepts(bytes[i])) {
                return false;
            }
        }
        return check.isComplete();
    }
}
