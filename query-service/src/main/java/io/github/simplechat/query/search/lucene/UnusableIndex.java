package io.github.simplechat.query.search.lucene;

/** An index that is whole but cannot be used by this version of the program. */
final class UnusableIndex extends Exception {

    UnusableIndex(String why) {
        super(why);
    }
}
