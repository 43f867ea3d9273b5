package io.github.simplechat.relay.testing;

import io.github.simplechat.relay.platform.redis.RedisConfiguration;
import io.github.simplechat.stores.EmbeddedRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A real Redis, and the relay's own configuration of how to talk to it. */
public final class TestRedis implements AutoCloseable {

    private final Path folder;
    private final ConfigurableApplicationContext context;
    private EmbeddedRedis server;

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(DataRedisAutoConfiguration.class)
    @Import(RedisConfiguration.class)
    static class Client {}

    public TestRedis() {
        try {
            folder = Files.createTempDirectory("relay-test-redis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = EmbeddedRedis.on(folder, 0);
        context =
                new SpringApplicationBuilder(Client.class)
                        .web(WebApplicationType.NONE)
                        .properties(
                                "spring.data.redis.url=" + server.url(),
                                "spring.main.banner-mode=off",
                                "logging.level.root=warn",
                                "logging.level.io.lettuce.core.protocol=error")
                        .run();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public void stop() {
        server.close();
    }

    public void startAgain() {
        server = EmbeddedRedis.on(folder, Integer.parseInt(server.url().replaceAll(".*:", "")));
    }

    @Override
    public void close() {
        context.close();
        server.close();
    }
}
