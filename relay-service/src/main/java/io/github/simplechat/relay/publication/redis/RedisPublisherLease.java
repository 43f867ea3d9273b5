package io.github.simplechat.relay.publication.redis;

import io.github.simplechat.relay.publication.PublisherLease;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** The owner's name under one key, which ends by itself; only its owner renews or removes it. */
public final class RedisPublisherLease implements PublisherLease {

    /** The key that holds the name of the node which publishes. */
    public static final String KEY = "relay:publisher";

    private static final RedisScript<Long> HOLD =
            RedisScript.of(
                    """
                    local owner = redis.call('GET', KEYS[1])
                    if owner and owner ~= ARGV[1] then
                        return 0
                    end
                    redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
                    return 1
                    """,
                    Long.class);

    private static final RedisScript<Long> RELEASE =
            RedisScript.of(
                    """
                    if redis.call('GET', KEYS[1]) == ARGV[1] then
                        return redis.call('DEL', KEYS[1])
                    end
                    return 0
                    """,
                    Long.class);

    private final StringRedisTemplate redis;
    private final String node = UUID.randomUUID().toString();

    /** A claim of a new node, in the store that {@code redis} talks to. */
    public RedisPublisherLease(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public boolean hold(Duration lasts) {
        Long held = redis.execute(HOLD, List.of(KEY), node, Long.toString(lasts.toMillis()));
        return held != null && held == 1;
    }

    @Override
    public void release() {
        redis.execute(RELEASE, List.of(KEY), node);
    }
}
