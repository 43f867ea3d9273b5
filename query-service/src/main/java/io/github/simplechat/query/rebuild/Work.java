package io.github.simplechat.query.rebuild;

/** What this node does for a generation that is being built. */
interface Work {

    /** Looks at once whether it is still wanted; when it is not, nothing of it is left after. */
    void hurry();

    /** Stops and lets others take over at once. */
    void hand();

    /** As far as it is now, which the catalogue learns a little later. */
    Build shown(Build stored);
}
