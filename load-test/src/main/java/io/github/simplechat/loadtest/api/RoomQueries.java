package io.github.simplechat.loadtest.api;

import io.github.simplechat.api.Limits;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What the query side shows of rooms. Reads every page. */
public final class RoomQueries {

    private static final int TOO_MANY_PAGES = 100_000;

    private final ApiClient client;

    /** Queries sent by that client. */
    public RoomQueries(ApiClient client) {
        this.client = client;
    }

    /** A message of the history. */
    public record Entry(long seq, String authorId, String text) {}

    /**
     * A change of the room.
     *
     * @param seq the message's number, -1 where it is not about one
     */
    public record Change(long version, String type, String actorId, long seq) {}

    /** A room in somebody's list. */
    public record Mine(String roomId, long lastSeq, long readSeq, long unread) {}

    /** The whole history, read forwards, page by page, as the server shows it. */
    public List<Entry> history(Account reader, String roomId, long minVersion) {
        return pages(
                reader,
                "/v1/rooms/" + roomId + "/messages",
                0,
                minVersion,
                item ->
                        new Entry(
                                item.path("seq").asLong(-1),
                                item.path("authorId").asString(""),
                                item.path("text").asString("")),
                Entry::seq);
    }

    /** Every change of the room, as the server shows it. */
    public List<Change> changes(Account reader, String roomId, long minVersion) {
        return pages(
                reader,
                "/v1/rooms/" + roomId + "/changes",
                -1,
                minVersion,
                item ->
                        new Change(
                                item.path("version").asLong(-1),
                                item.path("type").asString(""),
                                item.path("actorId").asString(""),
                                item.path("seq").asLong(-1)),
                Change::version);
    }

    /** All rooms of a person. */
    public List<Mine> mine(Account person) {
        List<Mine> rooms = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < TOO_MANY_PAGES; page++) {
            String after =
                    cursor.isEmpty()
                            ? ""
                            : "&after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
            Answer answer =
                    client.query(person, "/v1/me/rooms?limit=" + Limits.PAGE + after).orFail();
            for (JsonNode item : answer.body().path("items")) {
                rooms.add(
                        new Mine(
                                item.path("roomId").asString(""),
                                item.path("lastSeq").asLong(-1),
                                item.path("readSeq").asLong(-1),
                                item.path("unread").asLong(-1)));
            }
            String next = answer.body().path("page").path("next").asString("");
            if (next.isEmpty() || next.equals(cursor)) {
                return rooms;
            }
            cursor = next;
        }
        throw new ApiFailure("GET /v1/me/rooms never ends.");
    }

    private <T> List<T> pages(
            Account reader,
            String path,
            long first,
            long minVersion,
            Function<JsonNode, T> reading,
            Function<T, Long> place) {
        List<T> all = new ArrayList<>();
        long after = first;
        for (int page = 0; page < TOO_MANY_PAGES; page++) {
            String address = path + "?after=" + after + "&limit=" + Limits.PAGE;
            Answer answer =
                    client.query(
                                    reader,
                                    minVersion < 0
                                            ? address
                                            : address + "&minVersion=" + minVersion)
                            .orFail();
            long furthest = after;
            for (JsonNode item : answer.body().path("items")) {
                T read = reading.apply(item);
                all.add(read);
                furthest = Math.max(furthest, place.apply(read));
            }
            if (furthest == after) {
                return all;
            }
            after = furthest;
        }
        throw new ApiFailure("GET " + path + " never ends.");
    }
}
