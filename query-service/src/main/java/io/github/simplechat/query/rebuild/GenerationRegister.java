package io.github.simplechat.query.rebuild;

/**
 * Remembers which generation serves and how far each one is. Every write is one document, so a
 * crash leaves the old value or the new one. Implementations are thread-safe.
 */
public interface GenerationRegister {

    /** The generation of a projection that serves; 1 when none was ever switched to. */
    int serving(String projection);

    /** Lets a generation serve from now on, in one write. */
    void serve(GenerationId generation);

    /** The position of the last event that a generation has surely taken in; 0 when none. */
    long position(GenerationId generation);

    /** Remembers a position; a lower one than the one remembered changes nothing. */
    void advance(GenerationId generation, long position);

    /** Forgets how far a generation is; it begins at the beginning then. */
    void forget(GenerationId generation);
}
