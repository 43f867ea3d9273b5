package io.github.simplechat.loadtest.fake;

import com.sun.net.httpserver.HttpExchange;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the fake answers to each address. */
final class FakeApi {

    private final FakeChat chat;
    private final Map<String, String> roomByKey = new ConcurrentHashMap<>();
    private int rebuildLooks;

    FakeApi(FakeChat chat) {
        this.chat = chat;
    }

    record Answer(int status, Object body) {}

    Answer answer(HttpExchange exchange, JsonNode body) {
        String path = exchange.getRequestURI().getPath();
        String verb = exchange.getRequestMethod();
        if (path.equals("/actuator/health")) {
            return new Answer(200, Map.of("status", "UP"));
        }
        if (path.startsWith("/v1/auth/")) {
            return auth(path, body);
        }
        String header =
                Objects.requireNonNullElse(
                        exchange.getRequestHeaders().getFirst("Authorization"), "Bearer none");
        String user = chat.userOf(header.substring("Bearer ".length()));
        if (user == null) {
            return new Answer(401, Map.of("code", "unauthenticated", "detail", "Sign in."));
        }
        List<String> parts = List.of(path.substring(1).split("/"));
        return switch (parts.get(1)) {
            case "me" -> mine(user, query(exchange));
            case "admin" -> rebuild(verb, parts);
            default ->
                    parts.size() == 2
                            ? open(exchange, user)
                            : room(exchange, verb, user, parts, body);
        };
    }

    private Answer auth(String path, JsonNode body) {
        String username = body.path("username").asString();
        String password = body.path("password").asString();
        if (path.endsWith("/register")) {
            return chat.register(username, password)
                    ? new Answer(201, chat.tokens(username))
                    : new Answer(409, Map.of("code", "username-taken"));
        }
        return chat.knows(username, password)
                ? new Answer(200, chat.tokens(username))
                : new Answer(401, Map.of("code", "unauthenticated", "detail", "Wrong."));
    }

    private Answer open(HttpExchange exchange, String user) {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String id =
                roomByKey.computeIfAbsent(
                        key == null ? UUID.randomUUID().toString() : key,
                        one -> UUID.randomUUID().toString());
        chat.rooms.computeIfAbsent(id, one -> new FakeRoom(one, chat.faults, user));
        return new Answer(201, Map.of("roomId", id, "version", 1));
    }

    private Answer room(
            HttpExchange exchange, String verb, String user, List<String> parts, JsonNode body) {
        FakeRoom room = chat.room(parts.get(2));
        return switch (verb + " " + parts.get(3)) {
            case "PUT members" -> version(room, room.join(user));
            case "DELETE members" -> version(room, room.leave(user));
            case "POST messages" -> send(exchange, room, user, body.path("text").asString());
            case "PUT read" -> {
                room.markRead(user, body.path("seq").asLong());
                yield version(room, room.version());
            }
            case "GET messages" -> page(room.history(), FakeRoom.Message::seq, query(exchange));
            case "GET changes" -> page(room.changes(), FakeRoom.Change::version, query(exchange));
            default -> new Answer(404, Map.of("code", "not-found"));
        };
    }

    private Answer send(HttpExchange exchange, FakeRoom room, String user, String text) {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        FakeRoom.Sent sent = room.known(user, key);
        if (sent == null && !room.isMember(user)) {
            return new Answer(403, Map.of("code", "not-a-member"));
        }
        if (sent == null) {
            sent = room.send(user, text, key);
        }
        if (sent.replayed()) {
            exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
        }
        return new Answer(
                201, Map.of("roomId", room.id, "seq", sent.seq(), "version", sent.version()));
    }

    private Answer mine(String user, Map<String, String> query) {
        List<FakeRoom> mine =
                chat.rooms.values().stream()
                        .filter(room -> room.isMember(user))
                        .sorted((a, b) -> a.id.compareTo(b.id))
                        .toList();
        int from = query.containsKey("after") ? Integer.parseInt(query.get("after")) : 0;
        List<Map<String, Object>> items =
                mine.stream()
                        .skip(from)
                        .limit(1)
                        .map(room ->
                                Map.<String, Object>of(
                                        "roomId", room.id,
                                        "lastSeq", room.lastSeq(),
                                        "readSeq", room.readSeq(user),
                                        "unread", room.unread(user)))
                        .toList();
        Map<String, Object> page =
                from + 1 < mine.size() ? Map.of("next", String.valueOf(from + 1)) : Map.of();
        return new Answer(200, Map.of("items", items, "page", page, "version", 0));
    }

    private synchronized Answer rebuild(String verb, List<String> parts) {
        if (parts.size() == 3) {
            return new Answer(200, List.of(Map.of("name", "timeline", "head", chat.changes())));
        }
        if (verb.equals("POST")) {
            rebuildLooks = 0;
            chat.rooms.values().forEach(room -> room.rebuild(true));
            return new Answer(202, Map.of("id", "1"));
        }
        rebuildLooks++;
        boolean done = rebuildLooks > 3;
        if (done) {
            chat.rooms.values().forEach(room -> room.rebuild(false));
            if (chat.faults.remove(Fault.REBUILD_LOSES)) {
                chat.rooms.values().forEach(FakeRoom::loseForGood);
            }
        }
        String end = chat.faults.contains(Fault.REBUILD_FAILS) ? "failed" : "done";
        return new Answer(
                200,
                Map.of(
                        "state",
                        done ? end : "running",
                        "progress",
                        rebuildLooks / 4.0,
                        "eventsPerSecond",
                        1000));
    }

    private static <T> Answer page(
            List<T> all, ToLongFunction<T> place, Map<String, String> query) {
        long after = Long.parseLong(query.get("after"));
        int limit = Integer.parseInt(query.get("limit"));
        int from = 0;
        for (int i = 0; i < all.size(); i++) {
            from = place.applyAsLong(all.get(i)) <= after ? i + 1 : from;
        }
        return new Answer(
                200,
                Map.of(
                        "items",
                        all.stream().skip(from).limit(limit).toList(),
                        "page",
                        Map.of(),
                        "version",
                        1));
    }

    private static Answer version(FakeRoom room, long version) {
        return new Answer(200, Map.of("roomId", room.id, "version", version));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
