package io.github.simplechat.query.rebuild;

import io.github.simplechat.query.rebuild.Projection.Generation;

/**
 * A generation with what feeds it.
 *
 * @param <S> the store that its queries ask
 */
record RunningGeneration<S>(GenerationId id, Generation<S> generation, ProjectionRunner runner) {

    /** Takes in nothing more and lets go of what it holds. */
    void stop() {
        runner.stop();
        generation.writer().close();
    }

    long position() {
        return runner.position();
    }
}
