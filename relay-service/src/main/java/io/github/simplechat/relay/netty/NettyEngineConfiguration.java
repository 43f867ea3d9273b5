package io.github.simplechat.relay.netty;

import io.github.simplechat.platform.security.TokenVerifier;
import io.github.simplechat.platform.web.ProblemWriter;
import io.github.simplechat.relay.gateway.Addresses;
import io.github.simplechat.relay.gateway.Gateway;
import io.github.simplechat.relay.gateway.GatewayLimits;
import io.github.simplechat.relay.gateway.SocketLimits;
import io.github.simplechat.relay.gateway.StrangerLimits;
import io.netty.channel.EventLoopGroup;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the Netty engine on the live port, and keeps the servlet container off it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "chat.relay.engine", havingValue = "netty", matchIfMissing = true)
public class NettyEngineConfiguration {

    private static final String SOCKET_IO = "/socket.io/";
    private static final int NO_PORT = -1;
    private static final int DEFAULT_PORT = 8090;

    @Bean
    EventLoops relayEventLoops() {
        return EventLoops.start();
    }

    @Bean(destroyMethod = "")
    EventLoopGroup relayEventLoopGroup(EventLoops loops) {
        return loops.group();
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> relayPortIsTaken() {
        return factory -> factory.setPort(NO_PORT);
    }

    @Bean
    LiveServer relayLiveServer(
            EventLoops loops,
            Gateway gateway,
            TokenVerifier tokens,
            ProblemWriter problems,
            HealthEndpoint health,
            @Qualifier("relayWorkers") ExecutorService workers,
            ServerProperties server,
            GatewayLimits gatewayLimits,
            SocketLimits limits,
            StrangerLimits strangerLimits,
            Addresses addresses,
            @Value("${chat.relay.cors-origins:*}") Set<String> origins) {
        EngineSettings engineIo =
                new EngineSettings(
                        limits,
                        gatewayLimits.pingInterval(),
                        gatewayLimits.pingTimeout(),
                        strangerLimits.patience(),
                        origins);
        WritePasses passes = new WritePasses();
        List<Place> places =
                List.of(
                        new PlainPlace(gateway, tokens, passes, workers, limits, addresses),
                        new EnginePlace(
                                SOCKET_IO,
                                new RelayApps(
                                        gateway,
                                        tokens,
                                        workers,
                                        limits.frameBytes(),
                                        addresses,
                                        new Strangers(
                                                strangerLimits.most(),
                                                strangerLimits.perAddress())),
                                passes,
                                engineIo),
                        new HealthPlace(() -> health.health().getStatus().getCode(), workers));
        return new LiveServer(loops, address(server), places, problems, limits.frameBytes());
    }

    private static InetSocketAddress address(ServerProperties server) {
        int port = server.getPort() == null ? DEFAULT_PORT : server.getPort();
        return server.getAddress() == null
                ? new InetSocketAddress(port)
                : new InetSocketAddress(server.getAddress(), port);
    }
}
