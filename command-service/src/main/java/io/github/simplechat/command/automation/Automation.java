package io.github.simplechat.command.automation;

import io.github.simplechat.api.event.ChatEvent;
import java.util.List;

/** Something that follows from events. Pure: the same event always leads to the same commands. */
interface Automation {

    /** The name under which its place in the log is kept; never changes. */
    String name();

    /** The commands that an event leads to; repeating them must change nothing. */
    List<?> react(ChatEvent event);
}
