package io.github.simplechat.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columns_are_as_wide_as_their_widest_cell() {
        assertThat(new Table("side", "n").row("a", "1,000").row("other", "2"))
                .hasToString(
                        """
                        | side  | n     |
                        |-------|-------|
                        | a     | 1,000 |
                        | other | 2     |
                        """);
    }
}
