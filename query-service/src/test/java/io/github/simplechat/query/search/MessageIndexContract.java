package io.github.simplechat.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.query.TextRange;
import io.github.simplechat.query.platform.Fingerprint;
import io.github.simplechat.query.timeline.MessageKey;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every index of messages does: it finds what a message literally holds. */
public abstract class MessageIndexContract {

    private static final Instant START = Instant.parse("2026-11-22T06:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(20);

    protected final UUID room = UUID.randomUUID();
    private final UUID otherRoom = UUID.randomUUID();
    private final UUID anna = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private final MessageIndex index = open();
    private long last;

    protected abstract MessageIndex open();

    @AfterEach
    void drop() {
        index.drop();
    }

    protected MessageKey said(String text) {
        return said(room, anna, text);
    }

    private MessageKey said(UUID where, UUID who, String text) {
        MessageKey key = new MessageKey(where, ++last);
        IndexChanges changes = IndexChanges.none();
        changes.put()
                .put(
                        key,
                        new IndexedMessage(
                                key,
                                last,
                                last,
                                who,
                                START.plusSeconds(last),
                                Normalizer.normalize(text, Normalizer.Form.NFC)));
        index.write(changes);
        return key;
    }

    private void written(java.util.function.Consumer<IndexChanges> change) {
        IndexChanges changes = IndexChanges.none();
        change.accept(changes);
        index.write(changes);
    }

    private SearchQuery query(String q, SearchOrder order, @Nullable SearchPlace from, int limit) {
        return new SearchQuery(
                SearchText.parse(q), Set.of(room), null, null, null, order, from, limit);
    }

    protected List<Long> found(String q) {
        return found(query(q, SearchOrder.NEWEST, null, 100));
    }

    private List<Long> found(SearchQuery query) {
        return index.search(query).stream().map(hit -> hit.message().seq()).toList();
    }

    protected void finds(String q, Long... seqs) {
        await().atMost(SOON).untilAsserted(() -> assertThat(found(q)).containsExactly(seqs));
    }

    @Test
    void its_contents_are_the_messages_that_are_left_in_the_order_of_their_ids() {
        MessageKey first = said("green tea");
        MessageKey gone = said("black tea");
        MessageKey second = said("white tea");
        written(changes -> changes.removed().add(gone));

        try (Stream<Fingerprint> all = index.contents().all()) {
            assertThat(all.map(Fingerprint::id)).containsExactly(first.id(), second.id());
        }
        assertThat(index.contents().of(List.of(gone.id(), second.id())))
                .singleElement()
                .satisfies(one -> assertThat(one.id()).isEqualTo(second.id()));

        long low = index.contents().of(List.of(first.id())).getFirst().low();
        written(changes -> changes.replaced().put(first, new IndexChanges.NewText(9, "red tea")));
        assertThat(index.contents().of(List.of(first.id())).getFirst().low()).isNotEqualTo(low);
    }

    @ParameterizedTest
    @CsvSource({
        "I installed it yesterday, install",
        "I installed it yesterday, STALL",
        "I installed it yesterday, yesterday installed",
        "I installed it yesterday, it",
        "I installed it yesterday, y",
        "I installed it yesterday, '\"installed it\"'",
        "Ich mag Straßen und Cafés, strasse",
        "Ich mag Straßen und Cafés, CAFE",
        "서울에서 만나요, 서울",
        "서울에서 만나요, 울에",
        "서울에서 만나요, 만",
        "我们明天去北京大学, 北京",
        "我们明天去北京大学, 大学",
        "東京タワーに行きました, タワー",
        "東京タワーに行きました, 行きま",
        "ﾄｳｷｮｳ は ＡＢＣ, トウキョウ abc",
        "look in /etc/fstab please, etc/fst",
        "그래 ㅋㅋㅋ, ㅋㅋ",
        "done 👍🏽 thanks, 👍🏽",
    })
    void what_a_message_holds_is_found(String text, String q) {
        said("something else, 另外, 別の, 다른");
        MessageKey key = said(text);

        finds(q, key.seq());

        List<TextRange> ranges = index.matches(SearchText.parse(q), text);
        assertThat(ranges).isNotEmpty();
    }

    @Test
    void what_no_message_holds_is_not_found() {
        said("I installed it yesterday");
        finds("install", 1L);

        assertThat(found("installation")).isEmpty();
        assertThat(found("install tomorrow")).isEmpty();
        assertThat(found("\"it installed\"")).isEmpty();
        assertThat(found("\"d  yes\"")).isEmpty();
    }

    @Test
    void decomposed_and_composed_spellings_are_one() {
        said("한국어 café");
        finds("국어", 1L);

        assertThat(found(Normalizer.normalize("한국어", Normalizer.Form.NFD))).containsExactly(1L);
        assertThat(found("cafe\u0301")).containsExactly(1L);
    }

    @Test
    void only_asked_rooms_authors_and_times_are_searched() {
        said(otherRoom, anna, "tea one");
        MessageKey second = said(room, ben, "tea two");
        said(room, anna, "tea three");
        MessageKey fourth = said(room, ben, "tea four");
        finds("tea", 4L, 3L, 2L);

        SearchText tea = SearchText.parse("tea");
        assertThat(found(filtered(tea, Set.of(otherRoom), null, null, null))).containsExactly(1L);
        assertThat(found(filtered(tea, Set.of(room), ben, null, null))).containsExactly(4L, 2L);
        Instant fourthAt = START.plusSeconds(fourth.seq());
        Instant secondAt = START.plusSeconds(second.seq());
        assertThat(found(filtered(tea, Set.of(room), null, fourthAt, null)))
                .containsExactly(3L, 2L);
        assertThat(found(filtered(tea, Set.of(room), null, null, fourthAt))).containsExactly(4L);
        assertThat(found(filtered(tea, Set.of(room, otherRoom), null, fourthAt, secondAt)))
                .containsExactly(3L, 2L);
    }

    private static SearchQuery filtered(
            SearchText text,
            Set<UUID> rooms,
            @Nullable UUID author,
            @Nullable Instant before,
            @Nullable Instant after) {
        return new SearchQuery(text, rooms, author, before, after, SearchOrder.NEWEST, null, 10);
    }

    @Test
    void edits_replace_and_older_ones_change_nothing() {
        MessageKey key = said("first words");
        finds("first", 1L);

        written(changes -> changes.replaced().put(key, new IndexChanges.NewText(9, "second ones")));
        finds("second", 1L);
        assertThat(found("first")).isEmpty();

        written(changes -> changes.replaced().put(key, new IndexChanges.NewText(8, "first again")));
        said("and more");
        finds("more", 2L);
        assertThat(found("second")).containsExactly(1L);
        MessageKey unknown = new MessageKey(room, 77);
        written(changes -> changes.replaced().put(unknown, new IndexChanges.NewText(9, "ghost")));
        assertThat(found("ghost")).isEmpty();
    }

    @Test
    void deleted_messages_and_those_of_erased_people_are_found_no_more() {
        MessageKey first = said(room, anna, "tea one");
        said(room, ben, "tea two");
        said(room, anna, "tea three");
        finds("tea", 3L, 2L, 1L);

        written(changes -> changes.removed().add(first));
        finds("tea", 3L, 2L);
        written(changes -> changes.erased().add(anna));
        finds("tea", 2L);
        said(room, anna, "tea that was on its way");
        said(room, ben, "tea four");
        finds("tea", 5L, 2L);
    }

    @ParameterizedTest
    @CsvSource({"NEWEST", "BEST"})
    void pages_follow_one_another_whatever_comes_between_them(SearchOrder order) {
        for (int i = 0; i < 25; i++) {
            said("tea " + "and milk ".repeat(i % 4) + (i % 3 == 0 ? "teapot" : ""));
        }
        await().atMost(SOON).until(() -> found("tea").size() == 25);
        List<Long> all = found(query("tea", order, null, 100));

        List<Long> paged = new ArrayList<>();
        SearchPlace from = null;
        List<Hit> page;
        do {
            page = index.search(query("tea", order, from, 4));
            page.forEach(hit -> paged.add(hit.message().seq()));
            from = page.isEmpty() ? null : SearchPlace.of(page.getLast().place().cursor());
            said("rain and weather");
        } while (!page.isEmpty());

        assertThat(paged).isEqualTo(all).doesNotHaveDuplicates().hasSize(25);
        if (order == SearchOrder.NEWEST) {
            assertThat(all).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        }
    }

    @Test
    void matches_are_places_in_the_text() {
        String text = "Tea, TEA und Käse";

        assertThat(index.matches(SearchText.parse("tea kase"), text))
                .extracting(range -> text.substring(range.start(), range.end()))
                .containsExactly("Tea", "TEA", "Käse");
        assertThat(index.matches(SearchText.parse("tea coffee"), text)).isEmpty();
        assertThat(index.matches(SearchText.parse("te ea"), "tea"))
                .containsExactly(new TextRange(0, 3));
    }
}
