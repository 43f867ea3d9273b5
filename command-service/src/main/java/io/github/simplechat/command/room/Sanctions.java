package io.github.simplechat.command.room;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may not come in and who may not write. Those whose end has passed drop out, by the time of
 * the next event that sets or lifts one.
 *
 * @param bans who is kept out
 * @param mutes until when people may not write; they stay when the person leaves
 */
record Sanctions(Map<UUID, Ban> bans, Map<UUID, Instant> mutes) {

    /**
     * A ban.
     *
     * @param until null for good
     */
    record Ban(@Nullable Instant until) {

        boolean holds(Instant at) {
            return until == null || until.isAfter(at);
        }
    }

    static final Sanctions NONE = new Sanctions(Map.of(), Map.of());

    /** The ban that holds for a person; null when none does. */
    @Nullable Ban banOf(UUID userId, Instant at) {
        Ban ban = bans.get(userId);
        return ban != null && ban.holds(at) ? ban : null;
    }

    /** Until when a person may not write; null when they may. */
    @Nullable Instant mutedUntil(UUID userId, Instant at) {
        Instant until = mutes.get(userId);
        return until != null && until.isAfter(at) ? until : null;
    }

    Sanctions banned(UUID userId, @Nullable Ban ban, Instant at) {
        Map<UUID, Ban> changed = new HashMap<>(bans);
        changed.values().removeIf(old -> !old.holds(at));
        if (ban == null) {
            changed.remove(userId);
        } else {
            changed.put(userId, ban);
        }
        return new Sanctions(changed, mutes);
    }

    Sanctions muted(UUID userId, @Nullable Instant until, Instant at) {
        Map<UUID, Instant> changed = new HashMap<>(mutes);
        changed.values().removeIf(end -> !end.isAfter(at));
        if (until == null) {
            changed.remove(userId);
        } else {
            changed.put(userId, until);
        }
        return new Sanctions(bans, changed);
    }
}
