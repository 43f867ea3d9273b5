package io.github.simplechat.relay.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.platform.startup.CannotStart;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ClusterUrlTest {

    @Test
    void it_names_nodes_and_who_asks() {
        assertThat(ClusterUrl.parse("redis-cluster://a,b:7001,[::1]:7002/"))
                .isEqualTo(
                        new ClusterUrl(
                                "redis://a:6379", List.of("a:6379", "b:7001", "[::1]:7002")));
        assertThat(ClusterUrl.parse("rediss-cluster://chat:p%40ss:w+rd@redis.example.org:6380"))
                .isEqualTo(
                        new ClusterUrl(
                                "rediss://chat:p%40ss:w+rd@redis.example.org:6380",
                                List.of("redis.example.org:6380")));
        assertThat(ClusterUrl.parse("redis-cluster://:secret@a"))
                .isEqualTo(new ClusterUrl("redis://:secret@a:6379", List.of("a:6379")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis-cluster://",
                "redis-cluster://a,",
                "redis-cluster://a/1",
                "redis-cluster://a:0",
                "redis-cluster://a:65536",
                "redis-cluster://a:port",
                "redis-cluster://a b",
                "redis-cluster://%zz@a",
                "rediss-cluster://a:6379:6379",
            })
    void what_is_none_stops_the_start_with_one_sentence(String url) {
        assertThatThrownBy(() -> settings(url))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(
                        "the setting CHAT_REDIS_URL must look like redis-cluster://");
    }

    @Test
    void several_servers_that_are_no_cluster_stop_the_start_with_one_sentence() {
        assertThatThrownBy(() -> settings("redis://a:6379,b:6379"))
                .isInstanceOf(CannotStart.class)
                .hasMessage(
                        "the setting CHAT_REDIS_URL names several servers; a Redis Cluster is written redis-cluster://host:port,host:port.");
    }

    @Test
    void a_cluster_becomes_what_spring_knows() {
        StandardEnvironment environment = settings("rediss-cluster://chat:secret@a:7000,b:7001");
        assertThat(environment.getProperty("spring.data.redis.url"))
                .isEqualTo("rediss://chat:secret@a:7000");
        assertThat(environment.getProperty("spring.data.redis.cluster.nodes"))
                .isEqualTo("a:7000,b:7001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://localhost:6379", "rediss://chat:a,b@host:6379/3", "redis://h"})
    void one_server_is_left_as_it_is(String url) {
        StandardEnvironment environment = settings(url);
        assertThat(environment.getProperty("spring.data.redis.url")).isEqualTo(url);
        assertThat(environment.containsProperty("spring.data.redis.cluster.nodes")).isFalse();
    }

    private static StandardEnvironment settings(String url) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("spring.data.redis.url", url)));
        new ClusterUrlSettings().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
