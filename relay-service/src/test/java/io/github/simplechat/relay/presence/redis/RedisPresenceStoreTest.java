package io.github.simplechat.relay.presence.redis;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.relay.presence.PresenceStore;
import io.github.simplechat.relay.presence.PresenceStoreContract;
import io.github.simplechat.relay.presence.PresenceUnavailable;
import io.github.simplechat.relay.testing.TestRedis;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisPresenceStoreTest extends PresenceStoreContract {

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
    protected PresenceStore store() {
        return redis.bean(RedisPresenceStore.class);
    }

    /** Redis has a clock of its own; the contract waits for it. */
    @Override
    protected void pass(Duration time) {}

    @Test
    void given_redis_is_away_then_it_says_so() {
        List<UUID> somebody = List.of(UUID.randomUUID());
        redis.stop();
        try {
            assertThatThrownBy(() -> store().whoIsHere(somebody))
                    .isInstanceOf(PresenceUnavailable.class);
            assertThatThrownBy(() -> store().here(somebody, Duration.ofHours(1)))
                    .isInstanceOf(PresenceUnavailable.class);
        } finally {
            redis.startAgain();
            await().ignoreExceptions().until(() -> store().whoIsHere(somebody).isEmpty());
        }
    }
}
