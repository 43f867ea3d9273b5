package io.github.simplechat.relay.gateway;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A client of the gateway and what it got. */
record TestListener(RecordingConnection connection, Client client) {

    /** Sends a request; single quotes stand for double ones. Gives the last frame after it. */
    JsonNode request(String data) {
        client.received("{\"topic\":\"event.client\",\"data\":" + data.replace('\'', '"') + "}");
        return connection.lastData();
    }

    JsonNode listen(UUID room) {
        return request("{'type':'chat','roomId':'%s'}".formatted(room));
    }

    JsonNode listen(UUID room, long since) {
        return request("{'type':'chat','roomId':'%s','since':%d}".formatted(room, since));
    }

    JsonNode listenWithPayload(UUID room) {
        return request("{'type':'chat','roomId':'%s','payload':true}".formatted(room));
    }

    List<Long> versions() {
        return connection.versions();
    }
}
