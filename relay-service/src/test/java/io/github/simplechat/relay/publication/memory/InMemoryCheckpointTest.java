package io.github.simplechat.relay.publication.memory;

import io.github.simplechat.relay.publication.Checkpoint;
import io.github.simplechat.relay.publication.CheckpointContract;

class InMemoryCheckpointTest extends CheckpointContract {

    @Override
    protected Checkpoint empty() {
        return new InMemoryCheckpoint();
    }
}
