package io.github.simplechat.query.search;

import io.github.simplechat.query.search.memory.InMemoryMessageIndex;

class InMemoryMessageIndexTest extends MessageIndexContract {

    @Override
    protected MessageIndex open() {
        return new InMemoryMessageIndex();
    }
}
