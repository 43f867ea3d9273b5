package io.github.simplechat.loadtest.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.simplechat.loadtest.BadArguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationFilesTest {

    @TempDir private Path folder;

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static void assertRefused(Path path, String sentence) {
        assertThatExceptionOfType(BadArguments.class)
                .isThrownBy(() -> ConversationFiles.read(List.of(path)))
                .withMessageContaining(sentence);
    }

    @Test
    void a_folder_means_its_logs_by_name() throws IOException {
        write("b.log", "[09:00] <a> b\n");
        write("a.log", "\uFEFF[09:00] <a> a\n");
        write("c.txt", "[09:00] <a> c\n");

        assertThat(ConversationFiles.read(List.of(folder)))
                .extracting(Conversation::name, Conversation::messages)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a.log", 1),
                        org.assertj.core.groups.Tuple.tuple("b.log", 1));
    }

    @Test
    void what_cannot_be_played_is_refused_in_one_sentence() throws IOException {
        assertRefused(folder.resolve("none.log"), "There is no file or folder");
        assertRefused(folder, "holds no *.log file");
        assertRefused(write("empty.log", ""), "holds no message");
        Path latin = folder.resolve("latin.log");
        Files.write(latin, new byte[] {'[', (byte) 0xe9, ']'});
        assertRefused(latin, "is not UTF-8 text");
    }

    @Test
    void the_same_conversation_twice_is_refused() throws IOException {
        Path log = write("a.log", "[09:00] <a> a\n");

        assertThatExceptionOfType(BadArguments.class)
                .isThrownBy(() -> ConversationFiles.read(List.of(log, folder)))
                .withMessageContaining("give it once");
    }
}
