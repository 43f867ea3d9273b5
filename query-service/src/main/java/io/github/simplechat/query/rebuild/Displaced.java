package io.github.simplechat.query.rebuild;

/** A node wanted to go on with a generation that is not its to build any more. */
final class Displaced extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Displaced(String generation) {
        super(generation + " is not this node's to build any more");
    }
}
