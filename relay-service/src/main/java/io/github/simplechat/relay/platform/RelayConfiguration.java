package io.github.simplechat.relay.platform;

import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.eventstore.MembershipReader;
import io.github.simplechat.platform.security.revocation.Revocations;
import io.github.simplechat.platform.startup.CannotStart;
import io.github.simplechat.relay.broker.Broker;
import io.github.simplechat.relay.gateway.Addresses;
import io.github.simplechat.relay.gateway.FeedHub;
import io.github.simplechat.relay.gateway.Gateway;
import io.github.simplechat.relay.gateway.GatewayLimits;
import io.github.simplechat.relay.gateway.SocketLimits;
import io.github.simplechat.relay.gateway.StrangerLimits;
import io.github.simplechat.relay.netty.NettyEngineConfiguration;
import io.github.simplechat.relay.platform.redis.RedisConfiguration;
import io.github.simplechat.relay.presence.PresenceStore;
import io.github.simplechat.relay.publication.Checkpoint;
import io.github.simplechat.relay.publication.Publisher;
import io.github.simplechat.relay.publication.PublisherLease;
import io.github.simplechat.relay.servlet.ServletEngineConfiguration;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The relay, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RelaySettings.class)
@Import({
    RedisConfiguration.class,
    NettyEngineConfiguration.class,
    ServletEngineConfiguration.class
})
public class RelayConfiguration {

    @Bean(destroyMethod = "close")
    Publisher relayPublisher(
            EventLog events,
            Broker broker,
            Checkpoint checkpoint,
            PublisherLease lease,
            RelaySettings settings) {
        return new Publisher(
                events,
                broker,
                checkpoint,
                lease,
                settings.publishLease(),
                settings.publishBatch());
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService relayRefills(RelaySettings settings) {
        return Executors.newFixedThreadPool(
                settings.refills(),
                Thread.ofPlatform().daemon().name("relay-refill-", 0).factory());
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService relayWorkers() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("relay-worker-", 0).factory());
    }

    @Bean
    FeedHub relayFeedHub(
            Broker broker,
            FeedReader reader,
            MembershipReader memberships,
            @Qualifier("relayRefills") ExecutorService refills) {
        return new FeedHub(broker, reader, memberships, refills);
    }

    @Bean
    GatewayLimits relayGatewayLimits(RelaySettings settings) {
        return settings.limits();
    }

    @Bean
    Gateway relayGateway(
            FeedHub hub,
            FeedReader reader,
            Revocations revocations,
            PresenceStore presences,
            GatewayLimits limits) {
        return new Gateway(hub, reader, revocations, presences, limits, InstantSource.system());
    }

    @Bean
    SocketLimits relaySocketLimits(RelaySettings settings) {
        return settings.socketLimits();
    }

    @Bean
    SmartLifecycle relayLifecycle(
            Publisher publisher, FeedHub hub, Gateway gateway, RelaySettings settings) {
        return new RelayLifecycle(publisher, hub, gateway, settings);
    }

    @Bean
    HealthIndicator relayHealth(Broker broker, Publisher publisher, Gateway gateway) {
        return new RelayHealth(broker, publisher, gateway);
    }

    @Bean
    MeterBinder relayMetrics(Gateway gateway, FeedHub hub, Publisher publisher) {
        return new RelayMetrics(gateway, hub, publisher);
    }

    @Bean
    StrangerLimits relayStrangerLimits(RelaySettings settings) {
        return settings.strangerLimits();
    }

    @Bean
    Addresses relayAddresses(
            @Value("${server.tomcat.remoteip.internal-proxies}") List<String> proxies) {
        try {
            return new Addresses(proxies);
        } catch (IllegalArgumentException e) {
            throw new CannotStart(
                    "the setting CHAT_TRUSTED_PROXIES must hold addresses and networks such as 10.0.0.0/8, separated by commas.");
        }
    }
}
