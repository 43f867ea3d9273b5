/** The published language. A module of its own, so that it can need nothing but Java. */
module io.github.simplechat.api {
    requires static transitive org.jspecify;

    exports io.github.simplechat.api;
    exports io.github.simplechat.api.announcement;
    exports io.github.simplechat.api.event;
    exports io.github.simplechat.api.person;
    exports io.github.simplechat.api.query;
    exports io.github.simplechat.api.relay;
    exports io.github.simplechat.api.room;
}
