package io.github.simplechat.relay.publication.redis;

import io.github.simplechat.relay.publication.Checkpoint;
import io.github.simplechat.relay.publication.CheckpointContract;
import io.github.simplechat.relay.testing.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.data.redis.core.StringRedisTemplate;

class RedisCheckpointTest extends CheckpointContract {

    private static TestRedis redis;

    @BeforeAll
    static void start() {
        redis = new TestRedis();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Override
    protected Checkpoint empty() {
        redis.bean(StringRedisTemplate.class).delete(RedisCheckpoint.KEY);
        return redis.bean(RedisCheckpoint.class);
    }
}
