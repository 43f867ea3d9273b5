package io.github.simplechat.platform.personal;

import io.github.simplechat.platform.personal.memory.InMemoryPersonalKeys;

class InMemoryPersonalKeysTest extends PersonalKeysContract {

    private final PersonalKeys keys = new InMemoryPersonalKeys();

    @Override
    PersonalKeys keys() {
        return keys;
    }
}
