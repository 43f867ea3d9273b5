package io.github.simplechat.query.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.query.TextRange;
import io.github.simplechat.query.search.MessageIndex;
import io.github.simplechat.query.search.MessageIndexContract;
import io.github.simplechat.query.search.SearchText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuceneMessageIndexTest extends MessageIndexContract {

    @Override
    protected MessageIndex open() {
        return new IndexFolder(settings(temporary())).open(1);
    }

    static Path temporary() {
        try {
            return Files.createTempDirectory("search");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SearchSettings settings(Path folder) {
        return new SearchSettings(folder, Duration.ofSeconds(5), Duration.ofHours(1));
    }

    /** What the twin cannot do: words are found by their stems. */
    @ParameterizedTest
    @CsvSource({
        "우리는 서울로 가요, 서울에서, 서울",
        "친구들을 만났어, 친구는, 친구",
        "어제 밥을 먹었어요, 먹고, 먹",
        "놀러 가고 싶다, 놀러가고싶어, 놀러 가고 싶",
        "마음대로 하세요, 마음을, 마음",
        "I installed the drivers, installing driver, installed",
        "東京に行きました, 東京で, 東京",
        "寿司を食べました, 食べる, 食べ"
    })
    void words_are_found_without_their_particles_and_endings(String text, String q, String marked) {
        said("딴 이야기, 別の話");
        said(text);

        finds(q, 2L);

        TextRange first = open().matches(SearchText.parse(q), text).getFirst();
        assertThat(text.substring(first.start(), first.end())).startsWith(marked.substring(0, 1));
    }

    @Test
    void quoted_words_are_meant_literally() {
        said("우리는 서울로 가요");
        finds("서울에서", 1L);

        assertThat(found("\"서울에서\"")).isEmpty();
    }
}
