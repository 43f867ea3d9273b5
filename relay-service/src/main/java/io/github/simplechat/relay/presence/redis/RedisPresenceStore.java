package io.github.simplechat.relay.presence.redis;

import io.github.simplechat.relay.presence.PresenceStore;
import io.github.simplechat.relay.presence.PresenceUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * A key for each person that is here, {@code relay:here:<userId>}, which ends by itself. Written
 * with one script and read with {@code MGET}, both in pieces so that no call keeps Redis long: a
 * command for each person would cost a node with many idle connections more than their heartbeats.
 */
public final class RedisPresenceStore implements PresenceStore {

    private static final String PREFIX = "relay:here:";
    static final String HERE = "1";
    private static final int PIECE = 1_000;

    private static final RedisScript<Long> SAY =
            RedisScript.of(
                    """
                    for _, key in ipairs(KEYS) do
                        redis.call('SET', key, ARGV[1], 'PX', ARGV[2])
                    end
                    return #KEYS
                    """,
                    Long.class);

    private final StringRedisTemplate redis;

    /** Presence in the store that {@code redis} talks to. */
    public RedisPresenceStore(StringRedisTemplate redis) {
        this.redis = redis;
    }

    static String key(UUID person) {
        return PREFIX + person;
    }

    private static List<String> keys(List<UUID> people) {
        return people.stream().map(RedisPresenceStore::key).toList();
    }

    static UUID person(String key) {
        return UUID.fromString(key.substring(PREFIX.length()));
    }

    private static Stream<List<UUID>> pieces(Collection<UUID> people) {
        return people.stream().gather(Gatherers.windowFixed(PIECE));
    }

    @Override
    public void here(Collection<UUID> people, Duration holds) {
        try {
            pieces(people).forEach(piece -> say(piece, holds));
        } catch (DataAccessException e) {
            throw unavailable(e);
        }
    }

    private void say(List<UUID> people, Duration holds) {
        var _ = redis.execute(SAY, keys(people), HERE, Long.toString(holds.toMillis()));
    }

    @Override
    public Set<UUID> whoIsHere(Collection<UUID> people) {
        try {
            Set<UUID> here = new HashSet<>();
            pieces(people).forEach(piece -> here.addAll(ask(piece)));
            return here;
        } catch (DataAccessException e) {
            throw unavailable(e);
        }
    }

    private List<UUID> ask(List<UUID> people) {
        List<String> found = redis.opsForValue().multiGet(keys(people));
        List<UUID> here = new ArrayList<>();
        for (int i = 0; found != null && i < people.size(); i++) {
            if (found.get(i) != null) {
                here.add(people.get(i));
            }
        }
        return here;
    }

    private static PresenceUnavailable unavailable(DataAccessException e) {
        return new PresenceUnavailable(
                "Redis does not tell who is here: " + e.getMostSpecificCause().getMessage(), e);
    }
}
