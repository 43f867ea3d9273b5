package io.github.simplechat.platform.eventstore;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.platform.eventstore.memory.InMemoryEventLog;

class InMemoryEventLogTest extends EventLogContract {

    private final InMemoryEventLog log = new InMemoryEventLog();

    @Override
    EventLog log() {
        return log;
    }

    @Override
    FeedReader feeds() {
        return log;
    }

    @Override
    MembershipReader memberships() {
        return log;
    }

    @Override
    void append(long nextVersion, ChatEvent... events) {
        log.append(events);
    }
}
