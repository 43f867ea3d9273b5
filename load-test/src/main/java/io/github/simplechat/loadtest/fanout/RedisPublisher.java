package io.github.simplechat.loadtest.fanout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** Publishes new messages of rooms in the publish format, several at once, without waiting. */
final class RedisPublisher implements AutoCloseable {

    private final Socket redis;
    private final Map<String, Long> versions = new HashMap<>();

    RedisPublisher(int port) throws IOException {
        redis = new Socket(InetAddress.getLoopbackAddress(), port);
        redis.setTcpNoDelay(true);
    }

    /** The next messages of a room. */
    void publish(String room, int count) throws IOException {
        ByteArrayOutputStream commands = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            long version = versions.merge(room, Stage.VERSION + 1, (last, _) -> last + 1);
            commands.writeBytes(command("relay:chat:" + room, message(room, version)));
        }
        redis.getOutputStream().write(commands.toByteArray());
        InputStream in = redis.getInputStream();
        in.skipNBytes(in.available()); // how many heard what was published before
    }

    private static String message(String room, long version) {
        return """
        {"relay-type":"chat","roomId":"%s","timestamp":"%s","msg-type":"room.msg.new","version":%d,"seq":%d,"actorId":"%s"}\
        """
                .formatted(
                        room, Instant.now().truncatedTo(ChronoUnit.MILLIS), version, version, room);
    }

    private static byte[] command(String channel, String message) {
        return "*3\r\n$7\r\nPUBLISH\r\n$%d\r\n%s\r\n$%d\r\n%s\r\n"
                .formatted(channel.length(), channel, message.length(), message)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        redis.close();
    }
}
