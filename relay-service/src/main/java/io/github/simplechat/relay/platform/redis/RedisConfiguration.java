package io.github.simplechat.relay.platform.redis;

import io.github.simplechat.relay.broker.Broker;
import io.github.simplechat.relay.broker.redis.RedisBroker;
import io.github.simplechat.relay.broker.redis.ShardedBroker;
import io.github.simplechat.relay.presence.PresenceStore;
import io.github.simplechat.relay.presence.redis.ClusterPresenceStore;
import io.github.simplechat.relay.presence.redis.RedisPresenceStore;
import io.github.simplechat.relay.publication.redis.RedisCheckpoint;
import io.github.simplechat.relay.publication.redis.RedisPublisherLease;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.Delay;
import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The relay's use of Redis: fail at once while it is away, and be back soon after it is. */
@Configuration(proxyBeanMethods = false)
public class RedisConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration SOONEST = Duration.ofMillis(20);
    private static final Duration LATEST = Duration.ofSeconds(1);

    /**
     * Who has what in a cluster is looked up when something points to a change, and now and then.
     */
    private static final ClusterTopologyRefreshOptions LOOKING =
            ClusterTopologyRefreshOptions.builder()
                    .adaptiveRefreshTriggersTimeout(Duration.ofSeconds(1))
                    .enablePeriodicRefresh(Duration.ofSeconds(5))
                    .build();

    /** Nothing is queued for a Redis that is away: whoever wants something tries again. */
    @Bean
    LettuceClientOptionsBuilderCustomizer relayRedisOptions() {
        return options -> {
            options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                    .socketOptions(
                            SocketOptions.builder()
                                    .connectTimeout(CONNECT)
                                    .keepAlive(true)
                                    .build());
            if (options instanceof ClusterClientOptions.Builder cluster) {
                cluster.topologyRefreshOptions(LOOKING);
            }
        };
    }

    @Bean
    ClientResourcesBuilderCustomizer relayRedisReconnect() {
        return resources ->
                resources.reconnectDelay(
                        Delay.exponential(SOONEST, LATEST, 2, TimeUnit.MILLISECONDS));
    }

    /** On the loops of the clients' sockets, where the engine has some. */
    @Bean
    ClientResourcesBuilderCustomizer relayRedisLoops(ObjectProvider<EventLoopGroup> loops) {
        return resources ->
                loops.ifAvailable(
                        group -> resources.eventLoopGroupProvider(new SharedLoops(group)));
    }

    @Bean
    Broker relayBroker(
            StringRedisTemplate redis,
            LettuceConnectionFactory connections,
            @Value("${spring.data.redis.url}") String url) {
        return switch (connections.getRequiredNativeClient()) {
            case RedisClusterClient cluster -> {
                RedisClient nodes = nodes(cluster);
                ClusterServer.check(nodes, url);
                yield new ShardedBroker(cluster, nodes);
            }
            case RedisClient client -> new RedisBroker(redis, client);
            default -> throw new IllegalStateException("neither one server nor a cluster");
        };
    }

    /** Each connection to one node, as the cluster's are, but never made again by itself. */
    private static RedisClient nodes(RedisClusterClient cluster) {
        RedisClient nodes = RedisClient.create(cluster.getResources());
        nodes.setOptions(
                cluster.getOptions()
                        .mutate()
                        .autoReconnect(false)
                        .protocolVersion(ProtocolVersion.RESP3)
                        .build());
        return nodes;
    }

    @Bean
    PresenceStore relayPresences(StringRedisTemplate redis, LettuceConnectionFactory connections) {
        return connections.getRequiredNativeClient() instanceof RedisClusterClient cluster
                ? new ClusterPresenceStore(cluster)
                : new RedisPresenceStore(redis);
    }

    @Bean
    RedisCheckpoint relayCheckpoint(StringRedisTemplate redis) {
        return new RedisCheckpoint(redis);
    }

    @Bean
    RedisPublisherLease relayPublisherLease(StringRedisTemplate redis) {
        return new RedisPublisherLease(redis);
    }
}
