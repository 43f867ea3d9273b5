package io.github.simplechat.relay.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;

/**
 * Pieces of feeds as listeners hear them, each read and encoded once for all who come back at the
 * same time, and forgotten soon after. So what it costs that a whole crowd comes back depends on
 * their rooms and not on their number. Thread-safe.
 */
final class RecentPages {

    /** How many events a page has; the last one of a feed has fewer. */
    static final int SIZE = 100;

    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private record Place(Line line, long number) {}

    private final Cache<Place, List<Heard>> pages =
            Caffeine.newBuilder()
                    .expireAfterWrite(LIFE)
                    .maximumWeight(MOST_BYTES)
                    .weigher((Place place, List<Heard> page) -> weight(page))
                    .build();
    private final Once<Place, List<Heard>> reading;

    RecentPages(Telling telling) {
        this.reading =
                new Once<>(place -> {
                    List<Heard> page = telling.read(place.line(), place.number() * SIZE - 1, SIZE);
                    pages.put(place, page);
                    return page;
                });
    }

    private static int weight(List<Heard> page) {
        return page.stream().mapToInt(heard -> heard.frame().length()).sum() * 4 + SIZE;
    }

    /**
     * Some of what comes after a version, the next one first.
     *
     * @return empty when there was nothing a moment ago
     */
    List<Heard> after(Line line, long version) {
        long next = version + 1;
        Place place = new Place(line, next / SIZE);
        int index = (int) (next % SIZE);
        List<Heard> page = pages.getIfPresent(place);
        if (page == null || page.size() <= index) {
            page = reading.get(place);
        }
        return page.size() <= index ? List.of() : page.subList(index, page.size());
    }

    /** Lets go of what is too old. */
    void prune() {
        pages.cleanUp();
    }
}
