package io.github.simplechat.relay.publication.redis;

import io.github.simplechat.relay.publication.PublisherLease;
import io.github.simplechat.relay.publication.PublisherLeaseContract;
import io.github.simplechat.relay.testing.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.data.redis.core.StringRedisTemplate;

class RedisPublisherLeaseTest extends PublisherLeaseContract {

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
    protected void reset() {
        redis.bean(StringRedisTemplate.class).delete(RedisPublisherLease.KEY);
    }

    @Override
    protected PublisherLease lessee() {
        return new RedisPublisherLease(redis.bean(StringRedisTemplate.class));
    }
}
