package io.github.simplechat.query.rebuild;

import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.platform.Digest;
import io.github.simplechat.query.platform.Fingerprint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares two generations while both are fed. Every document is to be seen in the same state in
 * both, at this moment or another: first all are read side by side, then those that were on their
 * way are looked at again, and again. A difference that lasts is one.
 */
final class Comparing {

    private static final int LOOKS = 40;
    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final int MOST_AGAIN = 10_000;
    private static final int PAGE = 500;

    private final Contents fresh;
    private final Contents old;
    private final BooleanSupplier wanted;
    private final Throttle throttle;
    private final Set<String> apart = new TreeSet<>();
    private final Set<Fingerprint> freshSeen = new HashSet<>();
    private final Set<Fingerprint> oldSeen = new HashSet<>();
    private Digest digest = Digest.NONE;
    private Digest oldDigest = Digest.NONE;
    private long differing;

    /**
     * A comparison.
     *
     * @param wanted asked now and then; when it says no, what has been found is all
     * @param throttle what it gives way to
     */
    Comparing(Contents fresh, Contents old, BooleanSupplier wanted, Throttle throttle) {
        this.throttle = throttle;
        this.fresh = fresh;
        this.old = old;
        this.wanted = wanted;
    }

    Comparison run() {
        readAll();
        for (int look = 1; look <= LOOKS && !apart.isEmpty() && wanted.getAsBoolean(); look++) {
            lookAgain(look == LOOKS);
            pause(BETWEEN);
        }
        return new Comparison(digest.toString(), oldDigest.toString(), differing);
    }

    private void readAll() {
        try (Stream<Fingerprint> ours = fresh.all();
                Stream<Fingerprint> theirs = old.all()) {
            merge(ours.iterator(), theirs.iterator());
        }
    }

    private void merge(Iterator<Fingerprint> ours, Iterator<Fingerprint> theirs) {
        Fingerprint one = next(ours);
        Fingerprint other = next(theirs);
        long from = System.nanoTime();
        for (long taken = 1; one != null || other != null; taken++) {
            int order = order(one, other);
            Fingerprint left = order <= 0 ? one : null;
            Fingerprint right = order >= 0 ? other : null;
            take(left, right);
            one = left == null ? one : next(ours);
            other = right == null ? other : next(theirs);
            if (taken % PAGE == 0) {
                pause(throttle.restAfter(Duration.ofNanos(System.nanoTime() - from)));
                from = System.nanoTime();
            }
        }
    }

    private static @Nullable Fingerprint next(Iterator<Fingerprint> all) {
        return all.hasNext() ? all.next() : null;
    }

    private static int order(@Nullable Fingerprint one, @Nullable Fingerprint other) {
        if (one == null) {
            return 1;
        }
        return other == null ? -1 : one.id().compareTo(other.id());
    }

    private void take(@Nullable Fingerprint one, @Nullable Fingerprint other) {
        if (apart.size() >= MOST_AGAIN || (one != null && one.equals(other))) {
            add(one, other);
        } else if (one != null) {
            apart.add(one.id());
            freshSeen.add(one);
            if (other != null) {
                oldSeen.add(other);
            }
        } else if (other != null) {
            apart.add(other.id());
            oldSeen.add(other);
        }
    }

    private void add(@Nullable Fingerprint one, @Nullable Fingerprint other) {
        digest = one == null ? digest : digest.plus(one);
        oldDigest = other == null ? oldDigest : oldDigest.plus(other);
        if (one == null || !one.equals(other)) {
            differing++;
        }
    }

    /** The last look takes what it finds. */
    private void lookAgain(boolean last) {
        List<String> ids = new ArrayList<>(apart);
        for (int from = 0; from < ids.size(); from += PAGE) {
            List<String> page = ids.subList(from, Math.min(ids.size(), from + PAGE));
            Map<String, Fingerprint> ours = byId(fresh, page);
            Map<String, Fingerprint> theirs = byId(old, page);
            freshSeen.addAll(ours.values());
            oldSeen.addAll(theirs.values());
            for (String id : page) {
                settle(id, ours.get(id), theirs.get(id), last);
            }
        }
    }

    private void settle(
            String id, @Nullable Fingerprint one, @Nullable Fingerprint other, boolean last) {
        if (one == null && other == null) {
            apart.remove(id);
        } else if (one != null && oldSeen.contains(one)) {
            apart.remove(id);
            add(one, one);
        } else if (other != null && freshSeen.contains(other)) {
            apart.remove(id);
            add(other, other);
        } else if (last) {
            apart.remove(id);
            add(one, other);
        }
    }

    private static Map<String, Fingerprint> byId(Contents contents, List<String> ids) {
        return contents.of(ids).stream()
                .collect(Collectors.toMap(Fingerprint::id, Function.identity()));
    }

    private static void pause(Duration rest) {
        try {
            Thread.sleep(rest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
