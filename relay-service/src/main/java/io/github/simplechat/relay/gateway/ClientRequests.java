package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.api.relay.RelayType;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.json.ChatJson;
import io.github.simplechat.relay.gateway.ClientRequest.Connect;
import io.github.simplechat.relay.gateway.ClientRequest.Disconnect;
import io.github.simplechat.relay.gateway.ClientRequest.Typing;
import io.github.simplechat.relay.gateway.ClientRequest.WhoIsHere;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what clients send on topic {@code event.client}. Fields that it does not know it skips. */
final class ClientRequests {

    private static final JsonMapper JSON = ChatJson.mapper();
    private static final int UUID_LENGTH = 36;

    private ClientRequests() {}

    /**
     * The request in a text frame.
     *
     * @throws BadFrame when there is none
     */
    static ClientRequest parse(String frame) {
        JsonNode json = json(frame);
        if (!"event.client".equals(string(json.path("topic")))) {
            throw new BadFrame(null, "The field 'topic' must be 'event.client'.");
        }
        JsonNode data = json.path("data");
        if (!data.isObject()) {
            throw new BadFrame(null, "The field 'data' must be an object.");
        }
        return request(data);
    }

    private static JsonNode json(String frame) {
        try {
            JsonNode json = JSON.readTree(frame);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            throw new BadFrame(null, "The frame is not valid JSON.");
        }
        throw new BadFrame(null, "The frame must be one JSON object.");
    }

    private static ClientRequest request(JsonNode data) {
        Feed feed = feed(data);
        String type = string(data.path("type"));
        JsonNode action = data.path("action");
        if (action.isMissingNode() || action.isNull()) {
            return new Connect(
                    feed, since(type, data.path("since")), payload(type, data.path("payload")));
        }
        return switch (action.asString("")) {
            case "disconnect" -> new Disconnect(feed);
            case "typing" -> new Typing(room(feed, type));
            case "presence" ->
                    new WhoIsHere(room(feed, type), ids(type, data.path("userIds"), "userIds"));
            default ->
                    throw new BadFrame(
                            type,
                            "The field 'action' can be 'disconnect', 'typing' or 'presence'.");
        };
    }

    private static Feed room(Feed feed, @Nullable String type) {
        if (feed.type() != RelayType.CHAT) {
            throw new BadFrame(type, "That is for rooms.");
        }
        return feed;
    }

    private static Feed feed(JsonNode data) {
        String type = string(data.path("type"));
        return switch (type == null ? "" : type) {
            case "chat" -> Feed.chat(id(type, data.path("roomId"), "roomId"));
            case "person" -> Feed.person(id(type, data.path("userId"), "userId"));
            case "all" -> Feed.ALL;
            default ->
                    throw new BadFrame(null, "The field 'type' must be 'chat', 'person' or 'all'.");
        };
    }

    private static Set<UUID> ids(@Nullable String type, JsonNode list, String name) {
        if (!list.isArray()) {
            throw new BadFrame(type, "The field '" + name + "' must be a list of UUIDs.");
        }
        Set<UUID> ids = new HashSet<>();
        list.forEach(id -> ids.add(id(type, id, name)));
        return ids;
    }

    private static UUID id(@Nullable String type, JsonNode id, String name) {
        String text = string(id);
        try {
            if (text != null && text.length() == UUID_LENGTH) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            throw new BadFrame(type, "The field '" + name + "' must be a UUID.");
        }
        throw new BadFrame(type, "The field '" + name + "' must be a UUID.");
    }

    private static @Nullable Long since(@Nullable String type, JsonNode since) {
        if (since.isMissingNode() || since.isNull()) {
            return null;
        }
        if (!since.isIntegralNumber()
                || !since.canConvertToLong()
                || since.longValue() < FeedReader.NO_VERSION) {
            throw new BadFrame(type, "The field 'since' must be a version that you have seen.");
        }
        return since.longValue();
    }

    private static boolean payload(@Nullable String type, JsonNode payload) {
        if (payload.isMissingNode() || payload.isNull()) {
            return false;
        }
        if (!payload.isBoolean()) {
            throw new BadFrame(type, "The field 'payload' must be true or false.");
        }
        return payload.booleanValue();
    }

    private static @Nullable String string(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }
}
