package io.github.simplechat.command.automation;

import io.github.simplechat.api.event.ChatEvent;
import java.time.Duration;
import java.util.List;

/**
 * Something that follows from events. Pure: the same event always leads to the same commands.
 *
 * @param <C> what it commands
 */
interface Automation<C> {

    /** The name under which its place in the log is kept; never changes. */
    String name();

    /**
     * The commands that an event leads to; repeating them must change nothing. Asked only of events
     * that {@linkplain ChatEvent#hasConsequences() have consequences}.
     */
    List<C> react(ChatEvent event);

    /** How old an event must be before its commands are executed. */
    default Duration delay() {
        return Duration.ZERO;
    }
}
