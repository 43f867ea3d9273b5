package io.github.simplechat.platform.eventstore;

import io.github.simplechat.platform.eventstore.axonserver.AxonServerProfile;

/** Through the real connector, on a double of the server: proves our side of the protocol. */
class AxonServerEventLogTest extends AxonServerContract {

    @Override
    AxonServerProfile open() {
        return AxonServerProfile.onDouble();
    }
}
