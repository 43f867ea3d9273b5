package io.github.simplechat.loadtest.node;

import io.github.simplechat.platform.eventstore.EventStoreConfiguration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Events whose personal text is not sealed, to show what sealing costs. */
@Configuration(proxyBeanMethods = false)
class PlainEvents {

    @Bean
    static BeanPostProcessor plainSerializer() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return name.equals("eventSerializer") ? EventStoreConfiguration.serializer() : bean;
            }
        };
    }
}
