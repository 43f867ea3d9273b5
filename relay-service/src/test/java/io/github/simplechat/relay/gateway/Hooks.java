package io.github.simplechat.relay.gateway;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** What happens, once, just before or just after the store is asked who is a member. */
final class Hooks {

    final AtomicReference<Runnable> beforeCheck = new AtomicReference<>(() -> {});
    final AtomicReference<Runnable> afterCheck = new AtomicReference<>(() -> {});

    <T> T around(Supplier<T> check) {
        beforeCheck.getAndSet(() -> {}).run();
        T found = check.get();
        afterCheck.getAndSet(() -> {}).run();
        return found;
    }
}
