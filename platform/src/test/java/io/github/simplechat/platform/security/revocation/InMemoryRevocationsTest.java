package io.github.simplechat.platform.security.revocation;

import io.github.simplechat.platform.security.revocation.memory.InMemoryRevocations;
import java.time.Duration;

class InMemoryRevocationsTest extends RevocationsContract {

    private final Revocations revocations = new InMemoryRevocations(Duration.ofHours(24));

    @Override
    Revocations revocations() {
        return revocations;
    }
}
