package io.github.simplechat.command.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.person.MentionPerson;
import io.github.simplechat.api.person.PersonMentioned;
import io.github.simplechat.command.TestService;
import io.github.simplechat.command.TestService.User;
import io.github.simplechat.command.platform.web.Commands;
import io.github.simplechat.platform.eventstore.FeedReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A mention on its way from the text to the feed of whom it mentions. */
class MentionsOverHttpTest {

    private final String name = "m" + UUID.randomUUID().toString().substring(0, 8);
    private final User author = TestService.user();
    private final User mentioned = TestService.user(name);
    private final UUID room = author.createRoom("public");

    @Test
    void given_a_name_in_a_text_when_sent_then_that_member_is_told_once_and_nobody_else() {
        mentioned.put("/v1/rooms/" + room + "/members/me", "");
        User stranger = TestService.user("s" + name);

        long seq = author.say(room, "@" + name + " @s" + name + " 봐요").number("seq");
        author.patch("/v1/rooms/" + room + "/messages/" + seq, "{\"text\":\"@" + name + " 다시\"}");
        long next = author.say(room, "또 @" + name + ".").number("seq");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(mentions(mentioned))
                                .extracting(PersonMentioned::seq)
                                .containsExactly(seq, next));
        assertThat(mentions(mentioned))
                .allSatisfy(mention -> assertThat(mention.actorId()).isEqualTo(author.id()));
        assertThat(mentions(stranger)).isEmpty();
        assertThat(mentions(author)).isEmpty();
    }

    @Test
    void given_one_mention_when_many_nodes_tell_of_it_at_once_then_it_is_there_once()
            throws Exception {
        MentionPerson mention =
                new MentionPerson(mentioned.id(), author.id(), Instant.EPOCH, room, 7);
        List<Callable<Object>> nodes =
                IntStream.range(0, 16)
                        .<Callable<Object>>mapToObj(
                                i -> () -> TestService.bean(Commands.class).send(mention))
                        .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var told : threads.invokeAll(nodes)) {
                assertThat(told.get()).isNotNull();
            }
        }

        assertThat(mentions(mentioned)).hasSize(1);
    }

    private static List<PersonMentioned> mentions(User user) {
        return TestService.bean(FeedReader.class)
                .read(user.id(), FeedReader.NO_VERSION, 100)
                .stream()
                .map(RecordedEvent::event)
                .filter(PersonMentioned.class::isInstance)
                .map(PersonMentioned.class::cast)
                .toList();
    }
}
