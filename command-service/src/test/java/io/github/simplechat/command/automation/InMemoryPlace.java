package io.github.simplechat.command.automation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Places that live as long as their process; every view of them is a node. */
final class InMemoryPlace implements Place {

    private final Map<String, Long> positions = new ConcurrentHashMap<>();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    @Override
    public Optional<Held> hold(String automation) {
        return taken.add(automation) ? Optional.of(new Entry(automation)) : Optional.empty();
    }

    private final class Entry implements Held {

        private final String automation;

        Entry(String automation) {
            this.automation = automation;
        }

        @Override
        public long position() {
            return positions.getOrDefault(automation, 0L);
        }

        @Override
        public void moveTo(long position) {
            positions.merge(automation, position, Math::max);
        }

        @Override
        public void close() {
            taken.remove(automation);
        }
    }
}
