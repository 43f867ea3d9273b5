package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.relay.RelayMessage;
import io.github.simplechat.relay.broker.RelayMessageJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One text frame to a client, encoded once and shared by every connection that gets it. Immutable.
 */
public final class Frame {

    private static final String START = "{\"topic\":\"event.server\",\"data\":";
    private static final String END = "}";

    private final String text;
    private final ByteBuffer utf8;

    private Frame(String data) {
        this.text = START + data + END;
        this.utf8 = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();
    }

    /** A frame on topic {@code event.server}, whose {@code data} is a JSON object. */
    static Frame ofData(String data) {
        return new Frame(data);
    }

    /** The frame that tells of a relay message, which it carries unchanged. */
    static Frame of(RelayMessage message) {
        return new Frame(RelayMessageJson.write(message));
    }

    /** The frame as text. */
    public String text() {
        return text;
    }

    /** The frame as UTF-8; each caller gets its own read-only view of the same bytes. */
    public ByteBuffer utf8() {
        return utf8.duplicate();
    }

    /** The length in bytes. */
    public int length() {
        return utf8.capacity();
    }
}
