package io.github.simplechat.loadtest.node;

import io.github.simplechat.api.room.MessageSent;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Messages that are appended to streams without commands, a thousand with each commit. */
final class Appending implements AutoCloseable {

    private static final int BATCH = 1_000;

    private final EventStorageEngine engine;
    private final List<GenericDomainEventMessage<MessageSent>> batch = new ArrayList<>(BATCH);

    Appending(CommandNode node) {
        this.engine = node.bean(EventStorageEngine.class);
    }

    /** Appends a message, which has this version in its room's stream. */
    void add(long version, MessageSent message) {
        batch.add(
                new GenericDomainEventMessage<>(
                        "Room", message.roomId().toString(), version, message));
        if (batch.size() == BATCH) {
            close();
        }
    }

    /** Appends what is left. */
    @Override
    public void close() {
        if (!batch.isEmpty()) {
            engine.appendEvents(batch);
            batch.clear();
        }
    }
}
