package io.github.simplechat.relay.presence.memory;

import io.github.simplechat.relay.presence.PresenceStore;
import io.github.simplechat.relay.presence.PresenceStoreContract;
import java.time.Duration;
import java.time.Instant;

class InMemoryPresenceStoreTest extends PresenceStoreContract {

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final PresenceStore store = new InMemoryPresenceStore(() -> now);

    @Override
    protected PresenceStore store() {
        return store;
    }

    @Override
    protected void pass(Duration time) {
        now = now.plus(time);
    }
}
