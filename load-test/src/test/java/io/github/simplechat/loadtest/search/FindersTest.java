package io.github.simplechat.loadtest.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindersTest {

    private static final List<String> MESSAGES = List.of("서울로 가요", "부산에서 봐요", "SNS 그만", "서울에서 sns");

    @TempDir private Path folder;

    @Test
    void a_scan_finds_every_word_literally_in_any_case() {
        SubstringScan scan = new SubstringScan(MESSAGES);

        assertThat(scan.find("서울에서")).containsExactly(3);
        assertThat(scan.find("sns 그만")).containsExactly(2);
        assertThat(scan.find("\"서울에서 sns\"")).containsExactly(3);
    }

    @Test
    void the_index_finds_by_stems_what_fits_best_first() {
        try (IndexedMessages index = IndexedMessages.in(folder, MESSAGES)) {
            assertThat(index.find("서울에서")).containsExactly(3, 0);
        }
    }
}
