package io.github.simplechat.relay.platform.redis;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.platform.startup.CannotStart;
import io.github.simplechat.relay.testing.RelayRedis;
import io.github.simplechat.stores.EmbeddedRedis;
import org.junit.jupiter.api.Test;

class ClusterServerTest {

    @Test
    void a_server_that_is_no_cluster_stops_the_start_with_one_sentence() {
        try (EmbeddedRedis one = EmbeddedRedis.temporary()) {
            String url = one.url().replace("redis://", "redis-cluster://");
            assertThatThrownBy(() -> new RelayRedis(url).close())
                    .hasRootCauseInstanceOf(CannotStart.class)
                    .hasRootCauseMessage(
                            "the setting CHAT_REDIS_URL names a Redis Cluster, and the server there is none; one server is written redis://host:port.");
        }
    }

    @Test
    void a_cluster_without_sharded_channels_stops_the_start_with_one_sentence() {
        assertThatThrownBy(() ->
                        ClusterServer.check(
                                "# Server\r\nredis_version:6.2.7\r\nredis_mode:cluster\r\n"))
                .isInstanceOf(CannotStart.class)
                .hasMessage(
                        "the Redis Cluster of CHAT_REDIS_URL must be Redis 7.0 or later (it is 6.2.7).");
    }

    @Test
    void one_that_can_do_and_one_that_does_not_tell_are_used() {
        assertThatCode(
                        () -> {
                            ClusterServer.check(
                                    "# Server\r\nredis_version:7.0.15\r\nredis_mode:cluster\r\n");
                            ClusterServer.check("");
                        })
                .doesNotThrowAnyException();
    }

    @Test
    void one_that_is_away_may_come_later() {
        assertThatCode(() -> new RelayRedis("redis-cluster://127.0.0.1:1").close())
                .doesNotThrowAnyException();
    }
}
