package io.github.simplechat.standalone;

import io.github.simplechat.stores.EmbeddedMongo;
import io.github.simplechat.stores.EmbeddedPostgresql;
import io.github.simplechat.stores.EmbeddedRedis;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** The three stores, embedded. */
record Stores(EmbeddedPostgresql postgres, EmbeddedRedis redis, EmbeddedMongo mongo)
        implements AutoCloseable {

    /** Starts the stores on any free ports. */
    static Stores start(DataFolder folder) {
        return start(folder.postgres(), 0, folder.redis(), 0, 0);
    }

    /** Starts the stores on given ports, 0 for any free one. */
    static Stores start(
            Path postgresFolder, int postgresPort, Path redisFolder, int redisPort, int mongoPort) {
        var postgres = async(() -> EmbeddedPostgresql.on(postgresFolder, postgresPort));
        var redis = async(() -> EmbeddedRedis.on(redisFolder, redisPort));
        var mongo = async(() -> EmbeddedMongo.on(mongoPort));
        try {
            return new Stores(postgres.join(), redis.join(), mongo.join());
        } catch (CompletionException e) {
            closeWhenStarted(postgres);
            closeWhenStarted(redis);
            closeWhenStarted(mongo);
            throw e;
        }
    }

    private static <T> CompletableFuture<T> async(Supplier<T> start) {
        return CompletableFuture.supplyAsync(start, Thread::startVirtualThread);
    }

    private static void closeWhenStarted(CompletableFuture<? extends AutoCloseable> store) {
        store.handle(
                        (started, failure) -> {
                            if (started != null) {
                                Closing.quietly(started);
                            }
                            return started;
                        })
                .join();
    }

    /** How a service is told of them, as in its environment. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(postgres.environment());
        environment.put("CHAT_REDIS_URL", redis.url());
        environment.put("CHAT_MONGODB_URI", mongo.url());
        return environment;
    }

    @Override
    public void close() {
        Closing.quietly(mongo);
        Closing.quietly(redis);
        Closing.quietly(postgres);
    }
}
