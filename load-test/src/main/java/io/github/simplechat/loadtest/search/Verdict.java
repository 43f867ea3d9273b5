package io.github.simplechat.loadtest.search;

import java.util.BitSet;
import java.util.List;

/**
 * What a finder made of one question.
 *
 * @param meant how many messages are meant
 * @param found how many it found
 * @param right how many of these are meant
 * @param rightAtFirst how many of the first {@value #FIRST} are meant
 */
record Verdict(int meant, int found, int right, int rightAtFirst) {

    /** How much of what was found somebody looks at before they give up. */
    static final int FIRST = 10;

    static Verdict of(BitSet meant, List<Integer> found) {
        return new Verdict(
                meant.cardinality(),
                found.size(),
                (int) found.stream().filter(meant::get).count(),
                (int) found.stream().limit(FIRST).filter(meant::get).count());
    }

    /** Which part of what is meant was found. */
    double recall() {
        return meant == 0 ? 1 : right / (double) meant;
    }

    /** Which part of what was found is meant; nothing found is nothing wrong. */
    double precision() {
        return found == 0 ? 1 : right / (double) found;
    }

    /** Which part of the first page is meant. */
    double precisionAtFirst() {
        return found == 0 ? 1 : rightAtFirst / (double) Math.min(FIRST, found);
    }
}
