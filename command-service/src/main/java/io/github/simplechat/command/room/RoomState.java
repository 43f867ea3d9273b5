package io.github.simplechat.command.room;

import io.github.simplechat.api.room.Role;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a room must remember to decide. No message is in it, so it stays small for ever; a message
 * that is sent copies nothing that grows, unless slow mode is on. Never changed in place.
 */
sealed interface RoomState {

    /** Nobody has created it yet. */
    record Absent() implements RoomState {}

    /**
     * There is such a room.
     *
     * @param direct whether it is the one room of two people
     * @param archived whether it is closed for writing
     * @param members everybody in it, in the order in which they came
     * @param pins the pinned messages
     * @param lastSent when members last sent something; kept only while slow mode makes them wait
     * @param seq the number of its last message
     */
    record Present(
            UUID roomId,
            boolean direct,
            boolean archived,
            Profile profile,
            Map<UUID, Role> members,
            Sanctions sanctions,
            Set<Long> pins,
            Map<UUID, Instant> lastSent,
            long seq)
            implements RoomState {

        static Present opened(UUID roomId, boolean direct, Profile profile) {
            return new Present(
                    roomId,
                    direct,
                    false,
                    profile,
                    Map.of(),
                    Sanctions.NONE,
                    Set.of(),
                    Map.of(),
                    0);
        }

        @Nullable Role roleOf(UUID userId) {
            return members.get(userId);
        }

        boolean hasOnlyOwner(UUID userId) {
            return members.get(userId) == Role.OWNER
                    && members.values().stream().filter(Role.OWNER::equals).count() == 1;
        }

        Present with(UUID userId, Role role) {
            return withMembers(more -> more.put(userId, role));
        }

        Present without(UUID userId) {
            return withMembers(fewer -> fewer.remove(userId));
        }

        private Present withMembers(Consumer<Map<UUID, Role>> change) {
            Map<UUID, Role> changed = new LinkedHashMap<>(members);
            change.accept(changed);
            return new Present(
                    roomId, direct, archived, profile, changed, sanctions, pins, lastSent, seq);
        }

        /** Whoever waits under slow mode waits no longer when it is switched off. */
        Present with(Profile newProfile) {
            return new Present(
                    roomId,
                    direct,
                    archived,
                    newProfile,
                    members,
                    sanctions,
                    pins,
                    newProfile.slowModeSeconds() == 0 ? Map.of() : lastSent,
                    seq);
        }

        Present with(Sanctions newSanctions) {
            return new Present(
                    roomId, direct, archived, profile, members, newSanctions, pins, lastSent, seq);
        }

        Present closed() {
            return new Present(
                    roomId, direct, true, profile, members, sanctions, pins, Map.of(), seq);
        }

        Present pinned(long message, boolean pinned) {
            Set<Long> changed = new TreeSet<>(pins);
            if (pinned) {
                changed.add(message);
            } else {
                changed.remove(message);
            }
            return new Present(
                    roomId, direct, archived, profile, members, sanctions, changed, lastSent, seq);
        }

        Present sent(UUID authorId, Instant at, long newSeq) {
            return new Present(
                    roomId,
                    direct,
                    archived,
                    profile,
                    members,
                    sanctions,
                    pins,
                    profile.slowModeSeconds() == 0 ? lastSent : waiting(authorId, at),
                    newSeq);
        }

        /** Those who must wait now: who has sent, and not those whose time is over. */
        private Map<UUID, Instant> waiting(UUID authorId, Instant at) {
            Map<UUID, Instant> waiting = new HashMap<>(lastSent);
            Instant over = at.minusSeconds(profile.slowModeSeconds());
            waiting.values().removeIf(sent -> !sent.isAfter(over));
            waiting.put(authorId, at);
            return Collections.unmodifiableMap(waiting);
        }
    }
}
