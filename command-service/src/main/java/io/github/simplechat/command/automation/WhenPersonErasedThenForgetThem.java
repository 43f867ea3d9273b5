package io.github.simplechat.command.automation;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.person.PersonErased;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Completes erasures that broke off, and repeats each after their person's tokens have ended at
 * every node, for what came in between. Its place lies with the keys: older ones that are brought
 * back are erased again.
 */
@Component
final class WhenPersonErasedThenForgetThem implements Automation<ForgetPerson> {

    private static final Duration UNTIL_TOKENS_END = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "when-person-erased-then-forget-them";
    }

    @Override
    public List<ForgetPerson> react(ChatEvent event) {
        return event instanceof PersonErased erased
                ? List.of(new ForgetPerson(erased.userId()))
                : List.of();
    }

    @Override
    public Duration delay() {
        return UNTIL_TOKENS_END;
    }
}
