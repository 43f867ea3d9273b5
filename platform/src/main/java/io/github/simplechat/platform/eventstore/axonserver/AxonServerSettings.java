package io.github.simplechat.platform.eventstore.axonserver;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Axon Server is. Read only when it is the event store.
 *
 * @param servers {@code host:port} of one or more nodes, separated by commas; without a port 8124
 * @param context the context that holds the events of this installation, and nothing else
 * @param token the access token, where the server wants one
 * @param tls whether to speak TLS
 * @param certificate file with the certificate to trust, where the system does not know it
 */
@Validated
@ConfigurationProperties("chat.axonserver")
record AxonServerSettings(
        @DefaultValue("127.0.0.1:8124")
                @Pattern(
                        regexp = "[^\\s:,]+(:\\d{1,5})?(,[^\\s:,]+(:\\d{1,5})?)*",
                        message = "must be host:port, or several of them separated by commas")
                String servers,
        @DefaultValue("default") @NotBlank String context,
        @Nullable String token,
        boolean tls,
        @Nullable String certificate) {}
