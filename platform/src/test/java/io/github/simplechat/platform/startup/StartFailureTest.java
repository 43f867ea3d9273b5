package io.github.simplechat.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

class StartFailureTest {

    @Validated
    @ConfigurationProperties("chat.room")
    record Room(@Min(1) int maxMembers) {

        @AssertTrue(message = "needs an even number of members")
        boolean isEven() {
            return maxMembers % 2 == 0;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Room.class)
    static class Application {}

    @Test
    void given_a_setting_out_of_its_range_when_starting_then_the_setting_is_named() {
        assertThat(sentence("0"))
                .isEqualTo(
                        "the setting CHAT_ROOM_MAXMEMBERS must be greater than or equal to 1 (it is '0').");
    }

    @Test
    void given_settings_that_do_not_go_together_when_starting_then_the_group_is_named() {
        assertThat(sentence("3"))
                .isEqualTo("the group of settings CHAT_ROOM needs an even number of members.");
    }

    @Test
    void given_a_setting_that_is_no_number_when_starting_then_the_setting_is_named() {
        assertThat(sentence("many"))
                .isEqualTo(
                        "the setting CHAT_ROOM_MAXMEMBERS has the value 'many', which makes no sense there.");
    }

    @Test
    void given_a_taken_port_when_starting_then_the_port_is_named() {
        assertThat(StartFailure.sentence(new IllegalStateException(new PortInUseException(8080))))
                .isEqualTo(
                        "port 8080 is already in use; stop what uses it or choose another port.");
    }

    @Test
    void given_any_other_failure_when_starting_then_its_root_is_told() {
        assertThat(
                        StartFailure.sentence(
                                new IllegalStateException(
                                        "outside", new IllegalArgumentException("the reason"))))
                .isEqualTo("the reason");
    }

    private static String sentence(String maxMembers) {
        try {
            new SpringApplicationBuilder(Application.class)
                    .web(WebApplicationType.NONE)
                    .properties(
                            Map.of(
                                    "spring.main.banner-mode", "off",
                                    "logging.level.root", "off",
                                    "chat.room.max-members", maxMembers))
                    .run()
                    .close();
            return "it started";
        } catch (RuntimeException e) {
            return StartFailure.sentence(e);
        }
    }
}
