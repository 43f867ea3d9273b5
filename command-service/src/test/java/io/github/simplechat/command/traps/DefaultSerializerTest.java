package io.github.simplechat.command.traps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.command.TestService;
import org.axonframework.config.Configuration;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.springboot.SerializerProperties;
import org.axonframework.springboot.SerializerProperties.SerializerType;
import org.junit.jupiter.api.Test;

/**
 * Axon's default is XStream, which makes an object of whatever class the stored text names. We keep
 * its package off the class path, so that nothing can fall back to it.
 */
class DefaultSerializerTest {

    @Test
    void given_the_stock_starter_when_no_serializer_is_chosen_then_it_wants_xstream() {
        try (StockStarter stock = new StockStarter()) {
            assertThatThrownBy(stock::nodeWithTheDefaultSerializer)
                    .hasStackTraceContaining("NoClassDefFoundError")
                    .hasStackTraceContaining("com/thoughtworks/xstream");
        }
    }

    @Test
    void given_ours_then_no_xstream_and_json_for_all_that_axon_writes() {
        Configuration axon = TestService.bean(Configuration.class);

        assertThatThrownBy(() -> Class.forName("com.thoughtworks.xstream.XStream"))
                .isInstanceOf(ClassNotFoundException.class);
        assertThat(TestService.bean(SerializerProperties.class).getGeneral())
                .isEqualTo(SerializerType.JACKSON3);
        assertThat(axon.serializer()).isInstanceOf(Jackson3Serializer.class);
        assertThat(axon.eventSerializer()).isInstanceOf(Jackson3Serializer.class);
        assertThat(axon.messageSerializer()).isInstanceOf(Jackson3Serializer.class);
        assertThat(TestService.beans(Serializer.class))
                .allSatisfy(serializer ->
                        assertThat(serializer).isInstanceOf(Jackson3Serializer.class));
    }
}
