package io.github.simplechat.relay.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Who is connected to this node, by person. Thread-safe. */
final class Clients {

    private final Map<UUID, List<Client>> byPerson = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();

    /** Adds a client; how many its person has with it. */
    int add(Client client) {
        size.incrementAndGet();
        return byPerson.merge(client.userId(), List.of(client), Clients::both).size();
    }

    private static List<Client> both(List<Client> some, List<Client> others) {
        List<Client> all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    /** Lets a client go; false when it was let go before. */
    boolean remove(Client client) {
        AtomicBoolean found = new AtomicBoolean();
        byPerson.computeIfPresent(
                client.userId(),
                (person, all) -> {
                    found.set(all.contains(client));
                    List<Client> others =
                            all.stream().filter(other -> !other.equals(client)).toList();
                    return others.isEmpty() ? null : others;
                });
        if (found.get()) {
            size.decrementAndGet();
        }
        return found.get();
    }

    /** All of them, as they are now. */
    List<Client> all() {
        return byPerson.values().stream().flatMap(List::stream).toList();
    }

    /** The clients of a person. */
    List<Client> of(UUID userId) {
        return byPerson.getOrDefault(userId, List.of());
    }

    /** Whose clients they are, as they are now. */
    Set<UUID> people() {
        return Set.copyOf(byPerson.keySet());
    }

    void forEach(Consumer<Client> what) {
        byPerson.values().forEach(all -> all.forEach(what));
    }

    int size() {
        return size.get();
    }
}
