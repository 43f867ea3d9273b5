package io.github.simplechat.query.rooms;

import io.github.simplechat.query.platform.Contents;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of one generation. Documents only get newer: a write is taken only over a lower
 * version. Lists are in the order of ids as text, or of names. Implementations are thread-safe.
 */
public interface RoomsStore {

    /** The rooms with these ids that are there. */
    Map<UUID, RoomEntry> rooms(Collection<UUID> roomIds);

    /** The memberships with these keys, past ones included. */
    Map<MemberKey, Membership> memberships(Collection<MemberKey> keys);

    /** The bans with these keys, lifted ones included. */
    Map<MemberKey, BanEntry> bans(Collection<MemberKey> keys);

    /**
     * The bans of a room that have not been lifted and have not ended, by user id.
     *
     * @param at the time at which they have not ended
     * @param after the last one seen; null to start at the beginning
     */
    List<BanEntry> bansOf(UUID roomId, Instant at, @Nullable UUID after, int limit);

    /** The read markers with these keys. */
    Map<MemberKey, ReadMarker> markers(Collection<MemberKey> keys);

    /** The tombstones with these keys. */
    Map<TombstoneKey, Tombstones> tombstones(Collection<TombstoneKey> keys);

    /**
     * The members of a room, by user id.
     *
     * @param after the last one seen; null to start at the beginning
     */
    List<Membership> membersOf(UUID roomId, @Nullable UUID after, int limit);

    /**
     * The rooms that a person is a member of, by room id.
     *
     * @param after the last one seen; null to start at the beginning
     */
    List<Membership> roomsOf(UUID userId, @Nullable UUID after, int limit);

    /**
     * The public rooms whose name begins with a text, by name.
     *
     * @param prefix in any case; empty for all
     * @param after the {@linkplain RoomNames#place place} of the last one seen; null to start
     */
    List<RoomEntry> publicRooms(String prefix, @Nullable String after, int limit);

    /** Writes rooms last, so that no room's version promises what is not there. */
    void write(RoomChanges changes);

    /** All that it holds, to be compared with another generation. */
    Contents contents();

    /** Removes the generation. */
    void drop();
}
