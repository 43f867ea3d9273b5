package io.github.simplechat.loadtest.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.loadtest.BadArguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KoreanPairsTest {

    @TempDir private Path folder;

    @Test
    void questions_and_answers_become_messages() throws IOException {
        assertThat(KoreanPairs.read(file("Q,A,label\n뭐해,\"네, 쉬어요\",0\n")))
                .containsExactly("뭐해", "네, 쉬어요");
    }

    @Test
    void a_file_without_these_columns_is_refused_in_one_sentence() throws IOException {
        Path other = file("one,two\n1,2\n");

        assertThatThrownBy(() -> KoreanPairs.read(other))
                .isInstanceOf(BadArguments.class)
                .hasMessageContaining("columns Q and A");
        assertThatThrownBy(() -> KoreanPairs.read(folder.resolve("absent")))
                .isInstanceOf(BadArguments.class);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("pairs.csv"), content);
    }
}
