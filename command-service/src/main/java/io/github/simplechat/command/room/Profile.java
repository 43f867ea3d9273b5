package io.github.simplechat.command.room;

import io.github.simplechat.api.room.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * How a room presents itself.
 *
 * @param name empty in a direct room, which has none
 * @param topic null when it has none
 * @param slowModeSeconds how long a member waits between two messages; 0 not at all
 */
record Profile(String name, Visibility visibility, @Nullable String topic, int slowModeSeconds) {

    /** What a direct room has, unchangeable. */
    static final Profile DIRECT = new Profile("", Visibility.PRIVATE, null, 0);
}
