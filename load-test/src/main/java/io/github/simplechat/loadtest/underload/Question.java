package io.github.simplechat.loadtest.underload;

import io.github.simplechat.api.Limits;
import io.github.simplechat.loadtest.underload.Content.Place;
import io.github.simplechat.loadtest.underload.Content.Room;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** A query whose answer is known. Pure. */
sealed interface Question {

    /** The most on a page of history or changes. */
    int PAGE = 50;

    /** Its path, with all that it asks for. */
    String path();

    /** What is wrong with an answer; an empty text when nothing is. */
    String wrong(JsonNode body);

    /** What it is, for a result. */
    default String kind() {
        return switch (this) {
            case History history when history.isNewest() -> "newest page";
            case History _ -> "page anywhere";
            case Changes _ -> "changes";
            case MyRooms _ -> "my rooms";
            case Search _ -> "search";
        };
    }

    /** Any of them: half of them history, a fifth changes, the rest rooms and search alike. */
    static Question any(Content content, RandomGenerator random) {
        int kind = random.nextInt(20);
        int room = random.nextInt(content.rooms().size());
        long seq = 1 + random.nextLong(content.lastSeq(room));
        if (kind < 5) {
            return History.newest(content, room);
        } else if (kind < 10) {
            return new History(content, room, seq + 1);
        } else if (kind < 14) {
            return new Changes(content, room, content.rooms().get(room).before() + seq - 1);
        } else if (kind < 17) {
            return new MyRooms(content);
        }
        return new Search(content, random.nextLong(content.messages()));
    }

    /** One of each kind. */
    static List<Question> each(Content content) {
        long before = content.rooms().getFirst().before();
        return List.of(
                History.newest(content, 0),
                new History(content, 0, content.lastSeq(0) / 2 + 1),
                new Changes(content, 0, before + content.lastSeq(0) / 2),
                new MyRooms(content),
                new Search(content, content.messages() / 2));
    }

    /**
     * A page of history.
     *
     * @param before the {@code seq} before which it ends
     */
    record History(Content content, int room, long before) implements Question {

        static History newest(Content content, int room) {
            return new History(content, room, content.lastSeq(room) + 1);
        }

        boolean isNewest() {
            return before > content.lastSeq(room);
        }

        @Override
        public String path() {
            String path = "/v1/rooms/%s/messages?limit=%d".formatted(id(), PAGE);
            return isNewest() ? path : path + "&before=" + before;
        }

        private String id() {
            return content.rooms().get(room).id().toString();
        }

        @Override
        public String wrong(JsonNode body) {
            List<Object> wanted = new ArrayList<>();
            for (long seq = Math.max(1, before - PAGE); seq < before; seq++) {
                String author = content.rooms().get(room).author(seq).toString();
                wanted.add(List.of(id(), seq, author, content.text(room, seq)));
            }
            List<Object> got = new ArrayList<>();
            for (JsonNode item : body.path("items")) {
                got.add(
                        List.of(
                                item.path("roomId").asString(""),
                                item.path("seq").asLong(-1),
                                item.path("authorId").asString(""),
                                item.path("text").asString("")));
            }
            return difference(wanted, got);
        }
    }

    /**
     * The changes of a room.
     *
     * @param after the version after which they begin, none below that of the first message
     */
    record Changes(Content content, int room, long after) implements Question {

        @Override
        public String path() {
            return "/v1/rooms/%s/changes?limit=%d&after=%d"
                    .formatted(content.rooms().get(room).id(), PAGE, after);
        }

        @Override
        public String wrong(JsonNode body) {
            Room asked = content.rooms().get(room);
            long last = Math.min(after + PAGE, asked.before() + content.lastSeq(room));
            List<Object> wanted = new ArrayList<>();
            for (long version = after + 1; version <= last; version++) {
                long seq = version - asked.before();
                wanted.add(List.of(version, seq, asked.author(seq).toString()));
            }
            List<Object> got = new ArrayList<>();
            for (JsonNode item : body.path("items")) {
                got.add(
                        List.of(
                                item.path("version").asLong(-1),
                                item.path("seq").asLong(-1),
                                item.path("actorId").asString("")));
            }
            return difference(wanted, got);
        }
    }

    /** The reader's rooms, which are all, in no order. */
    record MyRooms(Content content) implements Question {

        @Override
        public String path() {
            return "/v1/me/rooms?limit=" + Limits.PAGE;
        }

        @Override
        public String wrong(JsonNode body) {
            Map<Object, Object> wanted = new HashMap<>();
            for (int room = 0; room < content.rooms().size(); room++) {
                long last = content.lastSeq(room);
                wanted.put(
                        content.rooms().get(room).id().toString(),
                        List.of(last, last, content.text(room, last)));
            }
            Map<Object, Object> got = new HashMap<>();
            for (JsonNode item : body.path("items")) {
                got.put(
                        item.path("roomId").asString(""),
                        List.of(
                                item.path("lastSeq").asLong(-1),
                                item.path("unread").asLong(-1),
                                item.path("lastMessage").path("text").asString("")));
            }
            int rooms = body.path("items").size();
            return rooms == wanted.size() && got.equals(wanted)
                    ? ""
                    : "%d rooms, %d of them as they should be"
                            .formatted(
                                    rooms,
                                    wanted.entrySet().stream()
                                            .filter(one ->
                                                    one.getValue().equals(got.get(one.getKey())))
                                            .count());
        }
    }

    /**
     * Messages about the topic of one, in all rooms, newest first.
     *
     * @param number of that message
     */
    record Search(Content content, long number) implements Question {

        @Override
        public String path() {
            return "/v1/search?q=" + Content.topic(number);
        }

        @Override
        public String wrong(JsonNode body) {
            List<Object> wanted = new ArrayList<>();
            for (Place place : content.about(number)) {
                wanted.add(List.of(place.room().toString(), place.seq()));
            }
            List<Object> got = new ArrayList<>();
            for (JsonNode item : body.path("items")) {
                JsonNode message = item.path("message");
                boolean about = message.path("text").asString("").endsWith(Content.topic(number));
                long seq = about ? message.path("seq").asLong(-1) : -1;
                got.add(List.of(message.path("roomId").asString(""), seq));
            }
            return difference(wanted, got);
        }
    }

    private static String difference(List<Object> wanted, List<Object> got) {
        if (wanted.equals(got)) {
            return "";
        }
        int same = 0;
        while (same < Math.min(wanted.size(), got.size())
                && wanted.get(same).equals(got.get(same))) {
            same++;
        }
        return "%d items instead of %d, %d of them right from the beginning"
                .formatted(got.size(), wanted.size(), same);
    }
}
