package io.github.simplechat.relay.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

    /** Lets a client go; nothing when it was let go before. */
    void remove(Client client) {
        byPerson.computeIfPresent(client.userId(), (person, all) -> without(client, all));
    }

    private @Nullable List<Client> without(Client client, List<Client> all) {
        List<Client> others = all.stream().filter(other -> !other.equals(client)).toList();
        size.addAndGet(others.size() - all.size());
        return others.isEmpty() ? null : others;
    }

    /** The clients of a person. */
    List<Client> of(UUID userId) {
        return byPerson.getOrDefault(userId, List.of());
    }

    void forEach(Consumer<Client> what) {
        byPerson.values().forEach(all -> all.forEach(what));
    }

    int size() {
        return size.get();
    }
}
