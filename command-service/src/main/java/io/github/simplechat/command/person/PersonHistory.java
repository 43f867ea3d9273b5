package io.github.simplechat.command.person;

import java.util.UUID;

/** What a person's feed has told before, read from it when it is needed, never remembered. */
interface PersonHistory {

    /** Whether a person is called so. */
    boolean isCalled(UUID userId, String displayName);

    /** Whether a person was told that a message mentions them. */
    boolean wasMentioned(UUID userId, UUID roomId, long seq);
}
