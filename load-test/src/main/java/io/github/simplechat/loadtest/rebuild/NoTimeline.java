package io.github.simplechat.loadtest.rebuild;

import io.github.simplechat.api.query.Message;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.platform.Fingerprint;
import io.github.simplechat.query.timeline.Head;
import io.github.simplechat.query.timeline.MessageKey;
import io.github.simplechat.query.timeline.Selection;
import io.github.simplechat.query.timeline.TimelineStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A timeline that keeps nothing and finds nothing. */
final class NoTimeline implements TimelineStore {

    @Override
    public Map<MessageKey, Message> messages(Collection<MessageKey> keys) {
        return Map.of();
    }

    @Override
    public Map<UUID, Head> heads(Collection<UUID> roomIds) {
        return Map.of();
    }

    @Override
    public List<Message> before(Selection selection, long seq, int limit) {
        return List.of();
    }

    @Override
    public List<Message> after(Selection selection, long seq, int limit) {
        return List.of();
    }

    @Override
    public long countAfter(Selection selection, long seq) {
        return 0;
    }

    @Override
    public void write(Collection<Message> messages, Collection<Head> heads) {}

    @Override
    public Set<UUID> erased(Collection<UUID> authorIds) {
        return Set.of();
    }

    @Override
    public void erase(Collection<UUID> authorIds) {}

    @Override
    public Contents contents() {
        return new Contents() {
            @Override
            public Stream<Fingerprint> all() {
                return Stream.of();
            }

            @Override
            public List<Fingerprint> of(Collection<String> ids) {
                return List.of();
            }
        };
    }

    @Override
    public void drop() {}
}
