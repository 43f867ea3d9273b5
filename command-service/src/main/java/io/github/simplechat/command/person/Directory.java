package io.github.simplechat.command.person;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Finds people by what they are called. */
@FunctionalInterface
public interface Directory {

    /**
     * The ids of those who have one of some usernames.
     *
     * @param usernames in lower case
     * @return by username; without those that nobody has
     */
    Map<String, UUID> idsOf(Collection<String> usernames);
}
