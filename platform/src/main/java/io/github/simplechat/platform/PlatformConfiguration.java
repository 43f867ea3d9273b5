package io.github.simplechat.platform;

import io.github.simplechat.platform.eventstore.EventStoreConfiguration;
import io.github.simplechat.platform.security.SecurityConfiguration;
import io.github.simplechat.platform.web.WebConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What a service of this project imports to read events, know its callers and speak HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({EventStoreConfiguration.class, SecurityConfiguration.class, WebConfiguration.class})
public class PlatformConfiguration {}
