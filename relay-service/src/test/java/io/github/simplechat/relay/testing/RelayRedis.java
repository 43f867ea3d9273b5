package io.github.simplechat.relay.testing;

import io.github.simplechat.relay.platform.redis.RedisConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The relay's own configuration of how to talk to Redis, and nothing else of it. */
public final class RelayRedis implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(DataRedisAutoConfiguration.class)
    @Import(RedisConfiguration.class)
    static class Client {}

    public RelayRedis(String url) {
        context =
                new SpringApplicationBuilder(Client.class)
                        .web(WebApplicationType.NONE)
                        .properties(
                                "spring.data.redis.url=" + url,
                                "spring.data.redis.timeout=5s",
                                "spring.main.banner-mode=off",
                                "logging.level.root=warn",
                                "logging.level.io.lettuce.core.protocol=error")
                        .run();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
