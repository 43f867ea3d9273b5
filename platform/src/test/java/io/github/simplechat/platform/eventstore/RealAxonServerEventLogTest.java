package io.github.simplechat.platform.eventstore;

import io.github.simplechat.platform.eventstore.axonserver.AxonServerProfile;

/** On the server that {@code CHAT_TEST_AXONSERVER} names; skipped, aloud, when it names none. */
class RealAxonServerEventLogTest extends AxonServerContract {

    @Override
    AxonServerProfile open() {
        return AxonServerProfile.onRealServer();
    }
}
