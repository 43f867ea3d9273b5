package io.github.simplechat.relay.testing;

import io.github.simplechat.stores.EmbeddedRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real Redis, and the relay's own configuration of how to talk to it. */
public final class TestRedis implements AutoCloseable {

    private final Path folder;
    private final RelayRedis client;
    private EmbeddedRedis server;

    public TestRedis() {
        try {
            folder = Files.createTempDirectory("relay-test-redis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = EmbeddedRedis.on(folder, 0);
        client = new RelayRedis(server.url());
    }

    public <T> T bean(Class<T> type) {
        return client.bean(type);
    }

    public void stop() {
        server.close();
    }

    public void startAgain() {
        server = EmbeddedRedis.on(folder, Integer.parseInt(server.url().replaceAll(".*:", "")));
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
