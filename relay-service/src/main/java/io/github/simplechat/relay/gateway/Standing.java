package io.github.simplechat.relay.gateway;

/**
 * Where a listener of a feed may begin.
 *
 * @param version the feed has reached it; whatever ends the membership comes after it
 * @param memberSince the version of the event that made the person a member, which a later {@code
 *     room.person.out} of theirs ends; {@link
 *     io.github.simplechat.platform.eventstore.FeedReader#NO_VERSION} on feeds without members
 */
record Standing(long version, long memberSince) {

    /** The version from which on the person may be told of what happens. */
    long reached() {
        return Math.max(version, memberSince);
    }
}
