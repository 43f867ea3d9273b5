package io.github.simplechat.query.rebuild.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ReadersFilterTest {

    private final ReadersFilter filter =
            new ReadersFilter(new io.github.simplechat.query.rebuild.Readers());

    @ParameterizedTest
    @CsvSource({
        "/v1/me/rooms, true",
        "/v1/rooms/1/messages, true",
        "/v1/admin/projections/timeline/rebuilds/2, false",
        "/actuator/health, false"
    })
    void who_asks_for_what_was_said_is_a_reader_and_who_looks_after_the_system_is_not(
            String path, boolean counts) {
        assertThat(filter.shouldNotFilter(new MockHttpServletRequest("GET", path)))
                .isEqualTo(!counts);
    }
}
