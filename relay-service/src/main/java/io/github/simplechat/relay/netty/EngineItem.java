package io.github.simplechat.relay.netty;

import io.github.simplechat.relay.gateway.Encodable;
import io.github.simplechat.relay.gateway.Encoding;
import io.github.simplechat.relay.socketio.EnginePacket;
import io.github.simplechat.relay.websocket.Frames;
import java.nio.charset.StandardCharsets;

/** A packet of Engine.IO for one client, on a WebSocket and in the body of a poll. */
final class EngineItem implements Encodable {

    /** A frame as a message on a WebSocket. */
    static final Encoding SOCKET = data -> Frames.text(message(data, ""));

    /** A frame as a message in the body of a poll, with the separator before it. */
    static final Encoding POLL = data -> message(data, String.valueOf(EnginePacket.SEPARATOR));

    private static final String START = "42[\"event.server\",";
    private static final String END = "]";

    private final byte[] socket;
    private final byte[] poll;

    private EngineItem(byte[] socket, byte[] poll) {
        this.socket = socket;
        this.poll = poll;
    }

    static EngineItem of(EnginePacket packet) {
        return switch (packet) {
            case EnginePacket.Text text ->
                    new EngineItem(Frames.text(utf8(text.write())), separated(text.write()));
            case EnginePacket.Binary binary ->
                    new EngineItem(Frames.binary(binary.bytes()), separated(binary.write()));
        };
    }

    private static byte[] separated(String packet) {
        return utf8(EnginePacket.SEPARATOR + packet);
    }

    private static byte[] message(byte[] data, String before) {
        byte[] start = utf8(before + START);
        byte[] end = utf8(END);
        byte[] message = new byte[start.length + data.length + end.length];
        System.arraycopy(start, 0, message, 0, start.length);
        System.arraycopy(data, 0, message, start.length, data.length);
        System.arraycopy(end, 0, message, start.length + data.length, end.length);
        return message;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] as(Encoding encoding) {
        return encoding.equals(POLL) ? poll : socket;
    }

    int length() {
        return poll.length;
    }
}
