package io.github.simplechat.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.relay.presence.PresenceStore;
import io.github.simplechat.relay.presence.PresenceStoreContract;
import io.github.simplechat.relay.presence.redis.ClusterPresenceStore;
import io.github.simplechat.relay.publication.Checkpoint;
import io.github.simplechat.relay.publication.CheckpointContract;
import io.github.simplechat.relay.publication.PublisherLease;
import io.github.simplechat.relay.publication.PublisherLeaseContract;
import io.github.simplechat.relay.publication.redis.RedisCheckpoint;
import io.github.simplechat.relay.publication.redis.RedisPublisherLease;
import io.github.simplechat.relay.testing.RelayRedis;
import io.github.simplechat.relay.testing.TestRedisCluster;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * What the relay keeps in Redis, kept in a Redis Cluster. Skipped, and said so, where there is no
 * Redis 7.
 */
@SuppressWarnings("NullAway") // all is set before the first test
class OnRedisClusterTest {

    private static TestRedisCluster cluster;
    private static RelayRedis client;

    @BeforeAll
    static void start() {
        TestRedisCluster.assumeInstalled();
        cluster = TestRedisCluster.ofMasters();
        client = new RelayRedis(cluster.url());
        cluster.awaitWhole();
    }

    @AfterAll
    static void stop() {
        if (client != null) {
            client.close();
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    @Nested
    class Presence extends PresenceStoreContract {

        @Override
        protected PresenceStore store() {
            return client.bean(PresenceStore.class);
        }

        /** Redis has a clock of its own; the contract waits for it. */
        @Override
        protected void pass(Duration time) {}

        @Test
        void it_is_the_one_for_clusters() {
            assertThat(store()).isInstanceOf(ClusterPresenceStore.class);
        }
    }

    @Nested
    class Lease extends PublisherLeaseContract {

        @Override
        protected void reset() {
            client.bean(StringRedisTemplate.class).delete(RedisPublisherLease.KEY);
        }

        @Override
        protected PublisherLease lessee() {
            return new RedisPublisherLease(client.bean(StringRedisTemplate.class));
        }
    }

    @Nested
    class Position extends CheckpointContract {

        @Override
        protected Checkpoint empty() {
            client.bean(StringRedisTemplate.class).delete(RedisCheckpoint.KEY);
            return client.bean(RedisCheckpoint.class);
        }
    }
}
