package io.github.simplechat.relay.websocket;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/** Puts the servlet engine at {@code /ws}. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
public class WebSocketConfiguration {

    private static final String PATH = "/ws";
    private static final int BUFFER = 1024;

    /**
     * Every origin may connect. The check of origins guards against pages that use a visitor's
     * cookies; here a handshake needs a token in a header, which no page can set and no browser
     * adds by itself.
     */
    @Bean
    WebSocketConfigurer relayWebSockets(ServletEngine relayServletEngine) {
        return registry ->
                registry.addHandler(relayServletEngine, PATH)
                        .setHandshakeHandler(new PlainHandshake())
                        .setAllowedOriginPatterns("*");
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
