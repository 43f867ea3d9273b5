package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.platform.json.ChatJson;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a client is told about its requests, on topic {@code event.server}. */
final class Answers {

    private static final JsonMapper JSON = ChatJson.mapper();

    private Answers() {}

    /** The feed is open; every frame after {@code version} follows, or with since even more. */
    static Frame success(Feed feed, long version) {
        return frame(about(feed).put("msg", "connection success").put("version", version));
    }

    /** The feed is not open. */
    static Frame failure(Feed feed, Refused why) {
        return frame(failed(about(feed), why.refusal(), why.getMessage()));
    }

    /** The frame was no request. */
    static Frame failure(BadFrame why) {
        ObjectNode data = JSON.createObjectNode();
        if (why.type() != null) {
            data.put("type", why.type());
        }
        return frame(failed(data, why.refusal(), why.getMessage()));
    }

    /** Of the people that were asked about, those who are here now and those who are not. */
    static Frame presence(Feed feed, Set<UUID> came, Set<UUID> went) {
        ObjectNode data = about(feed).put("action", "presence");
        list(data.putArray("here"), came);
        list(data.putArray("away"), went);
        return frame(data);
    }

    private static void list(ArrayNode list, Set<UUID> people) {
        people.stream().map(UUID::toString).sorted().forEach(list::add);
    }

    private static ObjectNode failed(ObjectNode data, Refusal refusal, @Nullable String detail) {
        data.put("msg", "connection failed").put("code", refusal.code());
        return detail == null ? data : data.put("detail", detail);
    }

    private static ObjectNode about(Feed feed) {
        ObjectNode data = JSON.createObjectNode();
        return switch (feed.type()) {
            case CHAT -> data.put("type", "chat").put("roomId", feed.id().toString());
            case PERSON -> data.put("type", "person").put("userId", feed.id().toString());
            case ALL -> data.put("type", "all");
        };
    }

    private static Frame frame(ObjectNode data) {
        return Frame.ofData(JSON.writeValueAsString(data));
    }
}
