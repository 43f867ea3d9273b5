package io.github.simplechat.query.rooms;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** How much is unread: arithmetic on numbers without holes, never a counter. Pure. */
public final class Unread {

    private Unread() {}

    /** Up to where a member has read: by marker, by writing, or by having come later. */
    public static long readSeq(Membership membership, @Nullable ReadMarker marker) {
        long marked = marker == null ? 0 : marker.seq();
        return Math.max(marked, Math.max(membership.joinSeq(), membership.sentSeq()));
    }

    /**
     * How many messages after {@code readSeq} are not deleted.
     *
     * @param tombstones all that {@link #buckets} names and that are there
     */
    public static long count(long lastSeq, long readSeq, Collection<Tombstones> tombstones) {
        long deleted = tombstones.stream().mapToLong(some -> some.after(readSeq)).sum();
        return Math.max(0, lastSeq - readSeq - deleted);
    }

    /**
     * How many messages after {@code readSeq} mention the member and are not deleted.
     *
     * @param tombstones as with {@link #count}
     */
    public static long mentions(
            @Nullable ReadMarker marker, long readSeq, Collection<Tombstones> tombstones) {
        return marker == null
                ? 0
                : marker.mentions().tailSet(readSeq + 1).stream()
                        .filter(seq ->
                                tombstones.stream().noneMatch(some -> some.seqs().contains(seq)))
                        .count();
    }

    /** Which tombstones must be known to count; none when all is read. */
    public static List<TombstoneKey> buckets(UUID roomId, long lastSeq, long readSeq) {
        if (readSeq >= lastSeq) {
            return List.of();
        }
        long first = TombstoneKey.of(roomId, readSeq + 1).bucket();
        long last = TombstoneKey.of(roomId, lastSeq).bucket();
        return LongStream.rangeClosed(first, last)
                .mapToObj(bucket -> new TombstoneKey(roomId, bucket))
                .toList();
    }
}
