package io.github.simplechat.relay.publication.redis;

import io.github.simplechat.relay.publication.Checkpoint;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** The position under one key, raised by a script so that no node can take it back. */
public final class RedisCheckpoint implements Checkpoint {

    /** The key that holds the position, as a decimal number. */
    public static final String KEY = "relay:position";

    private static final RedisScript<Long> RAISE =
            RedisScript.of(
                    """
                    local stored = tonumber(redis.call('GET', KEYS[1]))
                    if not stored or stored < tonumber(ARGV[1]) then
                        redis.call('SET', KEYS[1], ARGV[1])
                        return 1
                    end
                    return 0
                    """,
                    Long.class);

    private final StringRedisTemplate redis;

    /** A checkpoint in the store that {@code redis} talks to. */
    public RedisCheckpoint(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public OptionalLong load() {
        String stored = redis.opsForValue().get(KEY);
        return stored == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(stored));
    }

    @Override
    public void store(long position) {
        redis.execute(RAISE, List.of(KEY), Long.toString(position));
    }
}
