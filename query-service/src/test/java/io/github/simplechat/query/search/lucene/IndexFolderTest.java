package io.github.simplechat.query.search.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.person.PersonErased;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.platform.startup.CannotStart;
import io.github.simplechat.query.rebuild.GenerationId;
import io.github.simplechat.query.rebuild.Lineage;
import io.github.simplechat.query.search.MessageIndex;
import io.github.simplechat.query.search.SearchOrder;
import io.github.simplechat.query.search.SearchProjector;
import io.github.simplechat.query.search.SearchQuery;
import io.github.simplechat.query.search.SearchText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexFolderTest {

    private static final Instant AT = Instant.parse("2026-11-22T06:00:00Z");
    private static final GenerationId FIRST = new GenerationId("search", 1);
    private static final GenerationId SECOND = new GenerationId("search", 2);

    private final Path path = LuceneMessageIndexTest.temporary();
    private final UUID room = UUID.randomUUID();
    private final UUID author = UUID.randomUUID();
    private IndexFolder folder = new IndexFolder(settings());

    private SearchSettings settings() {
        return new SearchSettings(path, Duration.ofMillis(100), Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        folder.close();
    }

    private void reopen() {
        folder.close();
        folder = new IndexFolder(settings());
    }

    private void happened(long position, ChatEvent event) {
        new SearchProjector(folder.open(1))
                .apply(List.of(new RecordedEvent(position, position, event)));
        folder.advance(FIRST, position);
    }

    private void said(long seq, String text) {
        happened(seq, MessageSent.of(room, author, AT, seq, text));
    }

    private List<Long> found(String q) {
        return folder
                .open(1)
                .search(
                        new SearchQuery(
                                SearchText.parse(q),
                                Set.of(room),
                                null,
                                null,
                                null,
                                SearchOrder.NEWEST,
                                null,
                                10))
                .stream()
                .map(hit -> hit.message().seq())
                .toList();
    }

    private boolean isInTheFiles(String word) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).anyMatch(file -> holds(file, word));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Path file, String word) {
        try {
            return new String(Files.readAllBytes(file), UTF_8).contains(word);
        } catch (java.nio.file.NoSuchFileException e) {
            return false; // removed since it was listed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_was_committed_is_there_after_a_restart_with_its_position() {
        said(1, "green tea");
        said(2, "black tea");

        reopen();

        assertThat(folder.position(FIRST)).isEqualTo(2);
        assertThat(found("tea")).containsExactly(2L, 1L);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_was_deleted_or_erased_leaves_the_files_too(boolean erased) {
        said(1, "xylophone");
        said(2, "something that stays");
        await().until(() -> isInTheFiles("xylophone"));

        happened(
                3,
                erased
                        ? new PersonErased(author, author, AT)
                        : new MessageDeleted(room, author, AT, 1));

        await().atMost(Duration.ofSeconds(30)).until(() -> !isInTheFiles("xylophone"));
        assertThat(found("xylophone")).isEmpty();
        assertThat(found("stays").isEmpty()).isEqualTo(erased);
        reopen();
        said(4, "later");
        happened(5, MessageSent.of(room, room, AT, 5, "somebody else"));
        await().until(() -> found("else").equals(List.of(5L)));
        assertThat(found("later").isEmpty()).isEqualTo(erased);
    }

    @Test
    void damaged_files_are_built_anew() throws IOException {
        said(1, "green tea");
        folder.close();
        try (Stream<Path> files = Files.list(path.resolve("1"))) {
            Path largest =
                    files.filter(file -> !file.endsWith("write.lock"))
                            .filter(file ->
                                    !String.valueOf(file.getFileName()).startsWith("segments"))
                            .max(java.util.Comparator.comparingLong(file -> file.toFile().length()))
                            .orElseThrow();
            byte[] bytes = Files.readAllBytes(largest);
            bytes[bytes.length / 2] ^= 0x55;
            Files.write(largest, bytes, StandardOpenOption.TRUNCATE_EXISTING);
        }

        reopen();

        assertThat(folder.position(FIRST)).isZero();
        assertThat(found("tea")).isEmpty();
        said(1, "green tea");
        await().until(() -> found("tea").equals(List.of(1L)));
    }

    @Test
    void a_folder_is_for_one_process_alone() {
        folder.open(1);

        assertThatThrownBy(() -> new IndexFolder(settings()).open(1))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("CHAT_SEARCH_FOLDER");
    }

    @Test
    void generations_are_apart_and_one_of_them_serves() {
        said(1, "green tea");
        MessageIndex second = folder.open(2);
        folder.advance(SECOND, 7);
        var written =
                folder.memory().catalogue().change("search", line -> Lineage.left("search", 2));
        reopen();

        assertThat(folder.memory().catalogue().of("search")).isEqualTo(written);
        assertThat(folder.position(SECOND)).isEqualTo(7);
        assertThat(folder.position(FIRST)).isEqualTo(1);
        folder.forget(FIRST);
        assertThat(folder.position(FIRST)).isZero();
        second.close();
    }

    @Test
    void what_an_earlier_release_left_serves_on() throws IOException {
        Files.writeString(path.resolve("serving"), "2");

        assertThat(folder.memory().catalogue().of("search")).isEqualTo(Lineage.left("search", 2));
    }
}
