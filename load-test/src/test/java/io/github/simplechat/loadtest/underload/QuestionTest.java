package io.github.simplechat.loadtest.underload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.underload.Question.Changes;
import io.github.simplechat.loadtest.underload.Question.History;
import io.github.simplechat.loadtest.underload.Question.MyRooms;
import io.github.simplechat.loadtest.underload.Question.Search;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class QuestionTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final UUID ANN = new UUID(1, 1);
    private static final UUID BEN = new UUID(1, 2);
    private static final int ROOMS = 3;
    private static final Content CONTENT =
            new Content(List.of(room(1), room(2), room(3)), 200); // 67, 67 and 66 messages in them

    private static Content.Room room(int number) {
        return new Content.Room(new UUID(0, number), List.of(ANN, BEN), 4);
    }

    /** A question, a right answer to it, and what makes any answer of its kind wrong. */
    record Case(Question question, ObjectNode right, List<Consumer<ObjectNode>> faults) {

        @Override
        public String toString() {
            return question.kind();
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case(
                        History.newest(CONTENT, 2),
                        messages(2, 17, 66),
                        List.of(
                                items -> first(items).put("seq", 18),
                                items -> first(items).put("text", CONTENT.text(1, 17)),
                                items -> first(items).put("authorId", ANN.toString()),
                                items -> first(items).put("roomId", room(1).id().toString()))),
                new Case(
                        new History(CONTENT, 0, 4),
                        messages(0, 1, 3),
                        List.of(items -> first(items).remove("text"))),
                new Case(
                        new Changes(CONTENT, 0, 60),
                        changes(61, 71),
                        List.of(
                                items -> first(items).put("version", 60),
                                items -> first(items).put("seq", 58),
                                items -> first(items).put("actorId", ANN.toString()))),
                new Case(
                        new MyRooms(CONTENT),
                        myRooms(),
                        List.of(
                                items -> first(items).put("lastSeq", 66),
                                items -> first(items).put("unread", 66),
                                items -> first(items).remove("lastMessage"),
                                items -> list(items).add(first(items)))),
                new Case(
                        new Search(CONTENT, 195),
                        found(180, 199),
                        List.of(
                                items -> first(items).withObject("message").put("seq", 1),
                                items -> first(items).withObject("message").put("text", "else"))));
    }

    private static ObjectNode page(List<ObjectNode> items) {
        ObjectNode page = JSON.createObjectNode();
        page.putArray("items").addAll(items);
        return page;
    }

    private static ArrayNode list(ObjectNode page) {
        return (ArrayNode) page.path("items");
    }

    private static ObjectNode first(ObjectNode page) {
        return (ObjectNode) page.path("items").path(0);
    }

    private static ObjectNode message(int room, long seq) {
        return JSON.createObjectNode()
                .put("roomId", room(room + 1).id().toString())
                .put("seq", seq)
                .put("authorId", (seq % 2 == 0 ? ANN : BEN).toString())
                .put("text", CONTENT.text(room, seq));
    }

    private static ObjectNode messages(int room, long first, long last) {
        return page(
                LongStream.rangeClosed(first, last).mapToObj(seq -> message(room, seq)).toList());
    }

    private static ObjectNode changes(long first, long last) {
        return page(
                LongStream.rangeClosed(first, last)
                        .mapToObj(version ->
                                JSON.createObjectNode()
                                        .put("version", version)
                                        .put("seq", version - 4)
                                        .put("actorId", (version % 2 == 0 ? ANN : BEN).toString()))
                        .toList());
    }

    private static ObjectNode myRooms() {
        return page(
                IntStream.of(1, 0, 2)
                        .mapToObj(room -> {
                            long last = room == 2 ? 66 : 67;
                            ObjectNode mine =
                                    JSON.createObjectNode()
                                            .put("roomId", room(room + 1).id().toString())
                                            .put("lastSeq", last)
                                            .put("unread", last);
                            mine.set("lastMessage", message(room, last));
                            return mine;
                        })
                        .toList());
    }

    private static ObjectNode found(int first, int last) {
        return page(
                IntStream.rangeClosed(first, last)
                        .map(number -> first + last - number)
                        .mapToObj(number -> {
                            ObjectNode hit = JSON.createObjectNode();
                            hit.set("message", message(number % ROOMS, number / ROOMS + 1));
                            return hit;
                        })
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void given_the_answer_that_is_known_then_nothing_is_wrong(Case one) {
        assertThat(one.question().wrong(one.right())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void given_an_item_less_or_one_twice_or_none_then_it_is_wrong(Case one) {
        ObjectNode less = one.right().deepCopy();
        list(less).remove(1);
        ObjectNode doubled = one.right().deepCopy();
        list(doubled).insert(0, first(doubled));

        assertThat(one.question().wrong(less)).isNotEmpty();
        assertThat(one.question().wrong(doubled)).isNotEmpty();
        assertThat(one.question().wrong(page(List.of()))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void given_an_item_that_says_something_else_then_it_is_wrong(Case one) {
        for (Consumer<ObjectNode> fault : one.faults()) {
            ObjectNode answer = one.right().deepCopy();
            fault.accept(answer);

            assertThat(one.question().wrong(answer)).isNotEmpty();
        }
    }

    @Test
    void given_items_in_another_order_then_it_is_wrong_where_there_is_one() {
        ObjectNode history = messages(2, 17, 66);
        list(history).add(list(history).remove(0));

        assertThat(History.newest(CONTENT, 2).wrong(history))
                .isEqualTo("50 items instead of 50, 0 of them right from the beginning");
    }

    @Test
    void given_something_that_is_no_json_then_it_is_wrong() {
        assertThat(QueryLoad.wrong(new MyRooms(CONTENT), new byte[] {'<'})).isEqualTo("no JSON");
    }

    @Test
    void each_question_names_what_it_asks_for() {
        assertThat(Question.each(CONTENT).stream().map(Question::path))
                .containsExactly(
                        "/v1/rooms/00000000-0000-0000-0000-000000000001/messages?limit=50",
                        "/v1/rooms/00000000-0000-0000-0000-000000000001/messages?limit=50&before=34",
                        "/v1/rooms/00000000-0000-0000-0000-000000000001/changes?limit=50&after=37",
                        "/v1/me/rooms?limit=200",
                        "/v1/search?q=" + Content.topic(100));
    }
}
