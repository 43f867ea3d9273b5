package io.github.simplechat.platform.startup;

import org.jspecify.annotations.Nullable;

/** Something that the person who starts the program must change. */
public final class CannotStart extends RuntimeException {

    /**
     * A reason.
     *
     * @param sentence what is wrong and what to do, beginning in lower case, ending with a full
     *     stop
     */
    public CannotStart(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** As above, when nothing else has failed before. */
    public CannotStart(String sentence) {
        this(sentence, null);
    }
}
