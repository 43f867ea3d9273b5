package io.github.simplechat.platform.personal;

import java.util.UUID;

/** Something was sealed with a key that is not there and was not erased: keys were lost. */
public final class MissingKey extends RuntimeException {

    /** The key of this person is missing. */
    public MissingKey(UUID personId) {
        super(
                "The key of person %s is missing; restore the keys from their backup."
                        .formatted(personId));
    }
}
