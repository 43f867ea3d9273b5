package io.github.simplechat.command.automation;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.person.MentionPerson;
import io.github.simplechat.api.room.MessageSent;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells everybody whom a new message mentions. An edit tells nobody. */
@Component
final class WhenMessageSentThenMentionPeople implements Automation<MentionPerson> {

    @Override
    public String name() {
        return "when-message-sent-then-mention-people";
    }

    @Override
    public List<MentionPerson> react(ChatEvent event) {
        return event instanceof MessageSent sent
                ? sent.mentions().stream()
                        .map(userId ->
                                new MentionPerson(
                                        userId,
                                        sent.actorId(),
                                        sent.at(),
                                        sent.roomId(),
                                        sent.seq()))
                        .toList()
                : List.of();
    }
}
