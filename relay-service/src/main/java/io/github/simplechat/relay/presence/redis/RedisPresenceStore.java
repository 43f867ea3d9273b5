package io.github.simplechat.relay.presence.redis;

import io.github.simplechat.relay.presence.PresenceStore;
import io.github.simplechat.relay.presence.PresenceUnavailable;
import java.nio.charset.StandardCharsets;
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
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * A key for each person that is here, {@code relay:here:<userId>}, which ends by itself. Written in
 * pipelines and read with {@code MGET}, both in pieces so that no call keeps Redis long.
 */
public final class RedisPresenceStore implements PresenceStore {

    private static final String PREFIX = "relay:here:";
    static final String HERE = "1";
    private static final int PIECE = 1_000;

    private final StringRedisTemplate redis;

    /** Presence in the store that {@code redis} talks to. */
    public RedisPresenceStore(StringRedisTemplate redis) {
        this.redis = redis;
    }

    static String key(UUID person) {
        return PREFIX + person;
    }

    static UUID person(String key) {
        return UUID.fromString(key.substring(PREFIX.length()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<List<UUID>> pieces(Collection<UUID> people) {
        return people.stream().gather(Gatherers.windowFixed(PIECE));
    }

    @Override
    public void here(Collection<UUID> people, Duration holds) {
        try {
            pieces(people).forEach(piece -> redis.executePipelined(saying(piece, holds)));
        } catch (DataAccessException e) {
            throw unavailable(e);
        }
    }

    @SuppressWarnings("NullAway") // a pipelined callback must return null
    private static RedisCallback<Object> saying(List<UUID> people, Duration holds) {
        long millis = holds.toMillis();
        byte[] here = utf8(HERE);
        return connection -> {
            for (UUID person : people) {
                connection.stringCommands().pSetEx(utf8(key(person)), millis, here);
            }
            return null;
        };
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
        List<String> found =
                redis.opsForValue().multiGet(people.stream().map(RedisPresenceStore::key).toList());
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
