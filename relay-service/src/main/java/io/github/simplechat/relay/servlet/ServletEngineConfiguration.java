package io.github.simplechat.relay.servlet;

import io.github.simplechat.platform.web.ProblemWriter;
import io.github.simplechat.relay.gateway.Addresses;
import io.github.simplechat.relay.gateway.Gateway;
import io.github.simplechat.relay.gateway.SocketLimits;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/** Puts the servlet engine at {@code /ws}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "chat.relay.engine", havingValue = "servlet")
@EnableWebSocket
public class ServletEngineConfiguration {

    private static final String PATH = "/ws";
    private static final int BUFFER = 1024;

    @Bean
    ServletEngine relayServletEngine(
            Gateway gateway,
            @Qualifier("relayWorkers") ExecutorService workers,
            SocketLimits limits,
            Addresses addresses) {
        return new ServletEngine(gateway, workers, limits, addresses);
    }

    /**
     * Every origin may connect. The check of origins guards against pages that use a visitor's
     * cookies; here a handshake needs a token in a header, which no page can set and no browser
     * adds by itself.
     */
    @Bean
    WebSocketConfigurer relayWebSockets(ServletEngine relayServletEngine) {
        return registry ->
                registry.addHandler(relayServletEngine, PATH).setAllowedOriginPatterns("*");
    }

    @Bean
    FilterRegistrationBean<WithoutExtensions> relayWithoutExtensions() {
        FilterRegistrationBean<WithoutExtensions> filter =
                new FilterRegistrationBean<>(new WithoutExtensions());
        filter.addUrlPatterns(PATH);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ClosedDoor> relayClosedDoor(Gateway gateway, ProblemWriter problems) {
        FilterRegistrationBean<ClosedDoor> filter =
                new FilterRegistrationBean<>(new ClosedDoor(gateway, problems));
        filter.addUrlPatterns(PATH);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Small buffers: the container holds them for every connection, and frames come in pieces. */
    @Bean
    ServletServerContainerFactoryBean relayWebSocketContainer() {
        ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(BUFFER);
        container.setMaxBinaryMessageBufferSize(BUFFER);
        return container;
    }
}
