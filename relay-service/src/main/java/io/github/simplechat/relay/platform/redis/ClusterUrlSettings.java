package io.github.simplechat.relay.platform.redis;

import io.github.simplechat.platform.startup.CannotStart;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes {@code CHAT_REDIS_URL} name a Redis Cluster too. Spring has settings of its own for a
 * cluster, and no address; a single server is left to it.
 */
public final class ClusterUrlSettings implements EnvironmentPostProcessor, Ordered {

    private static final String URL = "spring.data.redis.url";

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE; // when every source of settings is there
    }

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        String url = environment.getProperty(URL, "");
        if (ClusterUrl.isOneServerButSeveral(url)) {
            throw new CannotStart(
                    "the setting CHAT_REDIS_URL names several servers; a Redis Cluster is written redis-cluster://host:port,host:port.");
        }
        if (ClusterUrl.isOne(url)) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("redis-cluster", settings(parsed(url))));
        }
    }

    private static ClusterUrl parsed(String url) {
        try {
            return ClusterUrl.parse(url);
        } catch (IllegalArgumentException e) {
            throw new CannotStart(
                    "the setting CHAT_REDIS_URL must look like redis-cluster://user:password@host:port,host:port, without a database number, for a Redis Cluster.",
                    e);
        }
    }

    /** The address of one server tells Spring who asks, and whether with TLS. */
    private static Map<String, Object> settings(ClusterUrl url) {
        return Map.of(
                URL,
                url.server(),
                "spring.data.redis.cluster.nodes",
                String.join(",", url.nodes()));
    }
}
