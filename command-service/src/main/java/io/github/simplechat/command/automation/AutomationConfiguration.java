package io.github.simplechat.command.automation;

import io.github.simplechat.command.platform.web.Commands;
import io.github.simplechat.platform.eventstore.EventLog;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the automations of this service. */
@Configuration(proxyBeanMethods = false)
class AutomationConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Bean
    AutomationRunner mentionPeople(
            WhenMessageSentThenMentionPeople automation,
            EventLog events,
            Place place,
            Commands commands) {
        return new AutomationRunner(automation, events, place, commands::send, PAUSE);
    }
}
