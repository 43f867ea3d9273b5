package io.github.simplechat.relay.platform.redis;

import io.github.simplechat.platform.startup.CannotStart;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a server says of itself, before it is used as a node of a Redis Cluster. */
final class ClusterServer {

    private static final Logger log = LoggerFactory.getLogger(ClusterServer.class);
    private static final Pattern MODE = Pattern.compile("(?m)^redis_mode:(\\w+)");
    private static final Pattern VERSION =
            Pattern.compile("(?m)^redis_version:((\\d{1,4})\\.\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int FIRST_SHARDED = 7;

    private ClusterServer() {}

    /** Stops the start when the server answers and cannot do. One that is away may come later. */
    static void check(RedisClient client, String url) {
        RedisURI server = RedisURI.builder(RedisURI.create(url)).withTimeout(PATIENCE).build();
        String info;
        try (var connection = client.connect(server)) {
            info = connection.sync().info("server");
        } catch (RedisException e) {
            log.debug("Nothing is known yet of {}: {}", server, e.getMessage());
            return;
        }
        check(info);
    }

    /** As above, by the server's {@code INFO}. What it does not tell is not held against it. */
    static void check(String info) {
        Matcher mode = MODE.matcher(info);
        if (mode.find() && !mode.group(1).equals("cluster")) {
            throw new CannotStart(
                    "the setting CHAT_REDIS_URL names a Redis Cluster, and the server there is none; one server is written redis://host:port.");
        }
        Matcher version = VERSION.matcher(info);
        if (version.find() && Integer.parseInt(version.group(2)) < FIRST_SHARDED) {
            throw new CannotStart(
                    "the Redis Cluster of CHAT_REDIS_URL must be Redis 7.0 or later (it is %s)."
                            .formatted(version.group(1)));
        }
    }
}
