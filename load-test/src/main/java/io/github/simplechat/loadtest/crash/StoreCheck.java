package io.github.simplechat.loadtest.crash;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.room.MessageSent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what was acknowledged with what a room's stream holds. */
final class StoreCheck {

    private StoreCheck() {}

    /**
     * Checks one room.
     *
     * @param stored its whole stream, in the order in which the store gives it
     * @param acknowledged the messages of that room
     */
    static Findings check(List<RecordedEvent> stored, List<Acknowledged> acknowledged) {
        Map<Long, MessageSent> byVersion = new HashMap<>();
        Set<String> texts = new HashSet<>();
        long doubled = 0;
        long holes = 0;
        long version = -1;
        long seq = 0;
        for (RecordedEvent event : stored) {
            if (event.version() != ++version) {
                holes++;
                version = event.version();
            }
            if (event.event() instanceof MessageSent message) {
                byVersion.put(event.version(), message);
                if (message.seq() != ++seq) {
                    holes++;
                    seq = message.seq();
                }
                if (!texts.add(message.text())) {
                    doubled++;
                }
            }
        }
        long lost = acknowledged.stream().filter(one -> !isThere(one, byVersion)).count();
        return new Findings(acknowledged.size(), lost, doubled, holes, 0);
    }

    private static boolean isThere(Acknowledged one, Map<Long, MessageSent> byVersion) {
        MessageSent stored = byVersion.get(one.version());
        return stored != null && stored.seq() == one.seq() && one.text().equals(stored.text());
    }
}
