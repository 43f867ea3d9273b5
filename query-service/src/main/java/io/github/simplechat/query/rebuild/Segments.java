package io.github.simplechat.query.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A generation divided by feeds: who builds which part, and how far each is. Pure.
 *
 * @param all one for each part
 */
public record Segments(List<Segment> all) {

    /**
     * One part.
     *
     * @param lease who builds it
     * @param position the place up to which all of its events have been taken in
     * @param wantedBy a node that has less to do and asks for it
     */
    public record Segment(Lease lease, long position, @Nullable String wantedBy) {

        private boolean isOf(String node) {
            return node.equals(lease.owner());
        }

        private boolean isWantedFrom(String node) {
            return isOf(node) && wantedBy != null && !node.equals(wantedBy);
        }

        private Segment at(long reached) {
            return new Segment(lease, Math.max(position, reached), wantedBy);
        }

        private Segment with(Lease now) {
            return new Segment(now, position, null);
        }

        private Segment asked(String by) {
            return new Segment(lease, position, by);
        }
    }

    /** A copy that nobody changes. */
    public Segments {
        all = List.copyOf(all);
    }

    /** Nobody's parts of a generation that has nothing yet; null when it is not to be divided. */
    static @Nullable Segments of(int count) {
        return count == 1
                ? null
                : new Segments(
                        Stream.generate(() -> new Segment(Lease.FREE, 0, null))
                                .limit(count)
                                .toList());
    }

    /** The part that a feed belongs to, on every node and for ever the same. */
    static int of(UUID feedId, int count) {
        long bits = feedId.getMostSignificantBits() ^ feedId.getLeastSignificantBits();
        return Math.floorMod((bits * 0x9E3779B97F4A7C15L) >>> 32, count);
    }

    /** A node lives, and is so far with the parts that it reads for. */
    Segments beaten(String node, Map<Integer, Long> reached) {
        return at(node, reached)
                .changed(
                        node,
                        one -> new Segment(one.lease().beaten(), one.position(), one.wantedBy()));
    }

    /** As far as a node is, which has not said so yet. */
    Segments at(String node, Map<Integer, Long> reached) {
        List<Segment> after = new ArrayList<>(all);
        reached.forEach((part, position) -> {
            if (after.get(part).isOf(node)) {
                after.set(part, after.get(part).at(position));
            }
        });
        return new Segments(after);
    }

    /** A node takes what is nobody's. */
    Segments taken(String node, IntPredicate free) {
        List<Segment> after = new ArrayList<>(all);
        for (int part = 0; part < after.size(); part++) {
            if (free.test(part)) {
                after.set(part, after.get(part).with(after.get(part).lease().taken(node)));
            }
        }
        return new Segments(after);
    }

    /** A node asks whoever has the most for as many parts as make the two alike. */
    Segments asked(String node) {
        List<Segment> after = new ArrayList<>(all);
        while (true) {
            Map<String, Integer> counts = new TreeMap<>();
            counts.put(node, 0);
            after.forEach(segment -> counts.merge(future(segment), 1, Integer::sum));
            String most =
                    counts.entrySet().stream()
                            .max(Map.Entry.comparingByValue())
                            .map(Map.Entry::getKey)
                            .orElse(node);
            int part = lastHeld(after, most);
            if (counts.getOrDefault(most, 0) - counts.getOrDefault(node, 0) < 2 || part < 0) {
                return new Segments(after);
            }
            after.set(part, after.get(part).asked(node));
        }
    }

    /** Whose it is, or will be once it is handed over. */
    private static String future(Segment segment) {
        if (segment.wantedBy() != null) {
            return segment.wantedBy();
        }
        return segment.lease().owner() == null ? "" : segment.lease().owner();
    }

    private static int lastHeld(List<Segment> all, String node) {
        int last = -1;
        for (int part = 0; part < all.size(); part++) {
            if (all.get(part).isOf(node) && all.get(part).wantedBy() == null) {
                last = part;
            }
        }
        return last;
    }

    /** Whether somebody asks a node for one of its parts. */
    boolean areWantedFrom(String node) {
        return all.stream().anyMatch(segment -> segment.isWantedFrom(node));
    }

    /** A node, which takes in nothing more, gives what it is asked for. */
    Segments handed(String node) {
        return changed(
                node,
                segment ->
                        segment.isWantedFrom(node) && segment.wantedBy() != null
                                ? segment.with(segment.lease().taken(segment.wantedBy()))
                                : segment);
    }

    /** A node lets go of all; others may take over at once. */
    Segments released(String node) {
        return changed(node, segment -> segment.with(segment.lease().released()));
    }

    private Segments changed(String node, UnaryOperator<Segment> change) {
        return new Segments(
                all.stream().map(one -> one.isOf(node) ? change.apply(one) : one).toList());
    }

    /** The parts of a node, and how far each is. */
    Map<Integer, Long> of(String node) {
        Map<Integer, Long> held = new TreeMap<>();
        for (int part = 0; part < all.size(); part++) {
            if (all.get(part).isOf(node)) {
                held.put(part, all.get(part).position());
            }
        }
        return held;
    }

    /** How many parts each node has. */
    Map<String, Integer> holders() {
        Map<String, Integer> holders = new TreeMap<>();
        for (Segment segment : all) {
            String owner = segment.lease().owner();
            if (owner != null) {
                holders.merge(owner, 1, Integer::sum);
            }
        }
        return holders;
    }

    /** The place up to which everything has been taken in. */
    long lowest() {
        return all.stream().mapToLong(Segment::position).min().orElse(0);
    }

    /** How far the parts are on average. */
    long mean() {
        return Math.round(all.stream().mapToLong(Segment::position).average().orElse(0));
    }
}
