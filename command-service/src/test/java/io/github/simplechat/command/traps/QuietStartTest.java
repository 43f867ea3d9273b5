package io.github.simplechat.command.traps;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.command.TestService;
import org.axonframework.springboot.updates.UpdateCheckConfiguration;
import org.junit.jupiter.api.Test;

/**
 * Unless told not to, Axon asks a server on the internet about updates at every start. It does not
 * under JUnit, so only what it is told can be looked at.
 */
class QuietStartTest {

    @Test
    void given_no_setting_then_axon_is_not_told_to_be_quiet() {
        assertThat(new UpdateCheckConfiguration().getDisabled()).isNull();
    }

    @Test
    void given_ours_then_axon_is_told_to_be_quiet() {
        assertThat(TestService.bean(UpdateCheckConfiguration.class).getDisabled()).isTrue();
    }
}
