package io.github.simplechat.query.rebuild.memory;

import io.github.simplechat.query.rebuild.GenerationId;
import io.github.simplechat.query.rebuild.ParkedFeed;
import io.github.simplechat.query.rebuild.ParkedFeeds;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Parked feeds in memory; each change can be passed on to where it is kept. */
public final class InMemoryParkedFeeds implements ParkedFeeds {

    private final Map<Place, ParkedFeed> parked = new HashMap<>();
    private final Consumer<List<Entry>> kept;

    private record Place(GenerationId generation, UUID feedId) {}

    /** A parked feed of a generation. */
    public record Entry(GenerationId generation, ParkedFeed feed) {}

    /** Those that live as long as their process. */
    public InMemoryParkedFeeds() {
        this(List.of(), entries -> {});
    }

    /**
     * Those that were kept.
     *
     * @param kept gets all of them after every change
     */
    public InMemoryParkedFeeds(List<Entry> before, Consumer<List<Entry>> kept) {
        this.kept = kept;
        before.forEach(entry -> parked.put(place(entry.generation(), entry.feed()), entry.feed()));
    }

    private static Place place(GenerationId generation, ParkedFeed feed) {
        return new Place(generation, feed.feedId());
    }

    @Override
    public synchronized List<ParkedFeed> of(GenerationId generation) {
        return parked.entrySet().stream()
                .filter(entry -> entry.getKey().generation().equals(generation))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparingLong(ParkedFeed::position))
                .toList();
    }

    @Override
    public synchronized Optional<ParkedFeed> find(GenerationId generation, UUID feedId) {
        return Optional.ofNullable(parked.get(new Place(generation, feedId)));
    }

    @Override
    public synchronized ParkedFeed park(GenerationId generation, ParkedFeed feed) {
        ParkedFeed now =
                parked.merge(
                        place(generation, feed), feed, (there, more) -> there.leaving(more.last()));
        changed();
        return now;
    }

    @Override
    public synchronized boolean leaveOut(GenerationId generation, UUID feedId, long version) {
        boolean there =
                parked.computeIfPresent(
                                new Place(generation, feedId),
                                (place, feed) -> feed.leaving(version))
                        != null;
        if (there) {
            changed();
        }
        return there;
    }

    @Override
    public synchronized void failedAgain(GenerationId generation, ParkedFeed feed) {
        parked.computeIfPresent(
                place(generation, feed), (place, there) -> feed.leaving(there.last()));
        changed();
    }

    @Override
    public synchronized boolean resume(GenerationId generation, UUID feedId, long version) {
        Place place = new Place(generation, feedId);
        ParkedFeed there = parked.get(place);
        if (there != null && there.last() > version) {
            return false;
        }
        parked.remove(place);
        changed();
        return true;
    }

    @Override
    public synchronized void forget(GenerationId generation) {
        parked.keySet().removeIf(place -> place.generation().equals(generation));
        changed();
    }

    private void changed() {
        kept.accept(
                parked.entrySet().stream()
                        .map(entry -> new Entry(entry.getKey().generation(), entry.getValue()))
                        .toList());
    }
}
