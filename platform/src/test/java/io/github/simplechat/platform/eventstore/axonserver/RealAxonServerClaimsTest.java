package io.github.simplechat.platform.eventstore.axonserver;

/** On the server that {@code CHAT_TEST_AXONSERVER} names; skipped, aloud, when it names none. */
class RealAxonServerClaimsTest extends ClaimsContract {

    @Override
    AxonServerProfile open() {
        return AxonServerProfile.onRealServer();
    }
}
