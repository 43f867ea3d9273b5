package io.github.simplechat.loadtest.search;

import java.util.List;

/** A way to find messages. */
@FunctionalInterface
interface Finder {

    /** The places of the messages that a question finds, what fits best first where it knows. */
    List<Integer> find(String question);
}
