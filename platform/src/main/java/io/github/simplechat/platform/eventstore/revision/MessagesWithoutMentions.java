package io.github.simplechat.platform.eventstore.revision;

import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageSent;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages of revision 1 mentioned nobody and had no attachments; revision 2 says so. */
final class MessagesWithoutMentions extends SingleEventUpcaster {

    private static final String SENT = MessageSent.class.getName();
    private static final String EDITED = MessageEdited.class.getName();

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        String type = event.getType().getName();
        return "1".equals(event.getType().getRevision())
                && (type.equals(SENT) || type.equals(EDITED));
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        String type = event.getType().getName();
        return event.upcastPayload(
                new SimpleSerializedType(type, "2"),
                JsonNode.class,
                payload -> withEmptyLists((ObjectNode) payload, type.equals(SENT)));
    }

    private static JsonNode withEmptyLists(ObjectNode message, boolean sent) {
        message.putArray("mentions");
        if (sent) {
            message.putArray("attachments");
        }
        return message;
    }
}
