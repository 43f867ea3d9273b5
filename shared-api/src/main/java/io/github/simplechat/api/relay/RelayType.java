package io.github.simplechat.api.relay;

/** The three kinds of feed, as clients name them. In JSON in lower case. */
public enum RelayType {
    CHAT,
    PERSON,
    ALL
}
