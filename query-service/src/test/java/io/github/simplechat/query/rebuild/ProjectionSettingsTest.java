package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class ProjectionSettingsTest {

    private static final String PREFIX = "chat.query.projections.";

    private final ApplicationContextRunner start =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ProjectionSettings.class)
    static class Settings {}

    @Test
    void without_settings_the_defaults_hold() {
        start.run(context ->
                assertThat(context.getBean(ProjectionSettings.class))
                        .isEqualTo(
                                new ProjectionSettings(
                                        4_000,
                                        2,
                                        Duration.ofSeconds(1),
                                        Duration.ofMillis(100),
                                        Duration.ofSeconds(10),
                                        5,
                                        100,
                                        Duration.ofMinutes(5),
                                        Duration.ofSeconds(10),
                                        Duration.ofHours(24),
                                        Duration.ofSeconds(10),
                                        4)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "batch-size=0",
                "batch-size=10001",
                "batch-size=many",
                "workers=0",
                "patience=0s",
                "patience=2m",
                "retry-first=-1s",
                "retry-longest=0s",
                "give-up-after=0s",
                "park-after=0",
                "parked-feeds=-1",
                "drop-after=-1s",
                "keep-for=-1s",
                "lease=1ms",
                "segments=0",
                "segments=65"
            })
    void a_senseless_value_fails_the_start(String setting) {
        start.withPropertyValues(PREFIX + setting).run(context -> assertThat(context).hasFailed());
    }
}
