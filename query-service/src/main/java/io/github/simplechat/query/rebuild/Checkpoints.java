package io.github.simplechat.query.rebuild;

/**
 * Remembers how far each generation is. Every write is one document, so a crash leaves the old
 * value or the new one. Implementations are thread-safe.
 */
public interface Checkpoints {

    /** The position of the last event that a generation has surely taken in; 0 when none. */
    long position(GenerationId generation);

    /** Remembers a position; a lower one than the one remembered changes nothing. */
    void advance(GenerationId generation, long position);

    /** Forgets how far a generation is; it begins at the beginning then. */
    void forget(GenerationId generation);
}
