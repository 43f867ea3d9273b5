package io.github.simplechat.query.changes;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.MsgType;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.person.PersonEvent;
import io.github.simplechat.api.query.Change;
import io.github.simplechat.api.room.MessageEvent;
import io.github.simplechat.platform.json.ChatJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Events as changes of their feed. Pure. */
final class Changes {

    private Changes() {}

    static Change of(RecordedEvent recorded) {
        ChatEvent event = recorded.event();
        @Nullable Long seq = event instanceof MessageEvent message ? message.seq() : null;
        return new Change(
                recorded.version(),
                MsgType.of(event),
                event.at(),
                event.actorId(),
                seq,
                data(event, seq != null));
    }

    /**
     * What the event says beyond what every change says and what the feed is. Not what a message
     * says: a message that was deleted since must not be read here.
     */
    private static Map<String, Object> data(ChatEvent event, boolean aboutMessage) {
        Map<String, Object> data =
                new LinkedHashMap<>(
                        ChatJson.mapper()
                                .convertValue(event, new TypeReference<Map<String, Object>>() {}));
        data.remove(event instanceof PersonEvent ? "userId" : "roomId");
        data.remove("actorId");
        data.remove("at");
        if (aboutMessage) {
            data.remove("seq");
            data.remove("text");
            data.remove("mentions");
            data.remove("attachments");
        }
        return data;
    }
}
