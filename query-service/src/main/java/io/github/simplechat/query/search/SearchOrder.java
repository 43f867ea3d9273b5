package io.github.simplechat.query.search;

/** In which order messages are found. */
public enum SearchOrder {
    /** By the place of their sending among all events, the latest first. */
    NEWEST,
    /** By how well they match; of two that match alike the latest first. */
    BEST
}
