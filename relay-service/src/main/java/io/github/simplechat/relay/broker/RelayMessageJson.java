package io.github.simplechat.relay.broker;

import io.github.simplechat.api.query.Message;
import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.api.relay.RelayMessage;
import io.github.simplechat.api.relay.RelayType;
import io.github.simplechat.platform.json.ChatJson;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The redis publish format: the one place that knows how a relay message is written. Other programs
 * read it, so a field may be added, never renamed. Unknown fields are ignored.
 */
public final class RelayMessageJson {

    private static final JsonMapper JSON = ChatJson.mapper();
    private static final List<String> WITHOUT = List.of("reactions", "pinned");

    private RelayMessageJson() {}

    /** The message as one JSON object. */
    public static String write(RelayMessage message) {
        return write(message, null);
    }

    /**
     * The same with {@code data}, for listeners who asked for it. Never published: what is personal
     * must not be where an erasure does not reach. Reactions and the pin are left out, because they
     * have frames of their own and are not read with the message.
     */
    public static String write(RelayMessage message, @Nullable Message data) {
        StringWriter text = new StringWriter(320);
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            feed(out, message.feed());
            out.writeStringProperty("timestamp", ChatJson.format(message.timestamp()));
            out.writeStringProperty("msg-type", message.msgType());
            number(out, "version", message.version());
            number(out, "seq", message.seq());
            out.writeStringProperty("actorId", message.actorId().toString());
            if (message.feed().type() == RelayType.CHAT && message.subjectId() != null) {
                out.writeStringProperty("userId", message.subjectId().toString());
            }
            if (data != null) {
                out.writeName("data");
                out.writeRawValue(content(data));
            }
            out.writeEndObject();
        }
        return text.toString();
    }

    private static String content(Message message) {
        ObjectNode json = JSON.valueToTree(message);
        return json.without(WITHOUT).toString();
    }

    private static void feed(JsonGenerator out, Feed feed) {
        switch (feed.type()) {
            case CHAT -> {
                out.writeStringProperty("relay-type", "chat");
                out.writeStringProperty("roomId", feed.id().toString());
            }
            case PERSON -> {
                out.writeStringProperty("relay-type", "person");
                out.writeStringProperty("userId", feed.id().toString());
            }
            case ALL -> out.writeStringProperty("relay-type", "all");
        }
    }

    private static void number(JsonGenerator out, String name, @Nullable Long value) {
        if (value != null) {
            out.writeNumberProperty(name, value);
        }
    }

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static RelayMessage read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            Feed feed = feed(json);
            return new RelayMessage(
                    feed,
                    Instant.parse(string(json, "timestamp")),
                    string(json, "msg-type"),
                    number(json, "version"),
                    number(json, "seq"),
                    id(json, "actorId"),
                    feed.type() == RelayType.CHAT && json.has("userId")
                            ? id(json, "userId")
                            : null);
        } catch (JacksonException | DateTimeParseException e) {
            throw new IllegalArgumentException("Not a relay message: " + e.getMessage(), e);
        }
    }

    private static Feed feed(JsonNode json) {
        String type = string(json, "relay-type");
        return switch (type) {
            case "chat" -> Feed.chat(id(json, "roomId"));
            case "person" -> Feed.person(id(json, "userId"));
            case "all" -> Feed.ALL;
            default -> throw new IllegalArgumentException("Unknown relay-type " + type);
        };
    }

    private static String string(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("A relay message needs a text '" + name + "'");
        }
        return value.stringValue();
    }

    private static UUID id(JsonNode json, String name) {
        return UUID.fromString(string(json, name));
    }

    private static @Nullable Long number(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isIntegralNumber() ? value.longValue() : null;
    }
}
