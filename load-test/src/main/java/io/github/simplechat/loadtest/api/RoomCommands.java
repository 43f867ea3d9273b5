package io.github.simplechat.loadtest.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people do in rooms. Every method returns after the server has acknowledged. */
public final class RoomCommands {

    private final ApiClient client;

    /** Commands sent by that client. */
    public RoomCommands(ApiClient client) {
        this.client = client;
    }

    /**
     * An acknowledged message.
     *
     * @param seq its number in the room
     * @param version the room's version with it
     * @param replayed whether it had been there before
     * @param sentNanos {@link System#nanoTime} just before it was first sent
     */
    public record Sent(long seq, long version, boolean replayed, long sentNanos) {}

    /** A record, because the same key needs the same body, byte for byte, in every run. */
    private record NewRoom(String name, String visibility) {}

    /** Opens a public room, or finds the one that was opened with that key. Gives its id. */
    public String open(Account owner, String name, @Nullable String key) {
        return client.command(owner, "POST", "/v1/rooms", key, new NewRoom(name, "public"))
                .orFail()
                .text("roomId");
    }

    /** Becomes a member; gives the room's version, -1 if the answer has none. */
    public long join(Account who, String roomId) {
        return client.command(who, "PUT", me(roomId), null, null).orFail().number("version");
    }

    /** Stops being a member; gives the room's version, -1 if the answer has none. */
    public long leave(Account who, String roomId) {
        return client.command(who, "DELETE", me(roomId), null, null).orFail().number("version");
    }

    /**
     * Sends a message.
     *
     * @throws ApiFailure if it is refused
     */
    public Sent send(Account who, String roomId, String text, @Nullable String key) {
        Answer answer = trySend(who, roomId, text, key).orFail();
        return new Sent(
                answer.number("seq"),
                answer.number("version"),
                answer.replayed(),
                answer.firstAttemptNanos());
    }

    /** Sends a message and gives the answer as it is, for measurements. */
    public Answer trySend(Account who, String roomId, String text, @Nullable String key) {
        return client.command(
                who, "POST", "/v1/rooms/" + roomId + "/messages", key, Map.of("text", text));
    }

    /** Moves the read marker. */
    public void markRead(Account who, String roomId, long seq) {
        client.command(who, "PUT", "/v1/rooms/" + roomId + "/read", null, Map.of("seq", seq))
                .orFail();
    }

    private static String me(String roomId) {
        return "/v1/rooms/" + roomId + "/members/me";
    }
}
