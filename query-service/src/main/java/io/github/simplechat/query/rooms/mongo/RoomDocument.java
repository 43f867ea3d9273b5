package io.github.simplechat.query.rooms.mongo;

import io.github.simplechat.api.room.Visibility;
import io.github.simplechat.query.platform.mongo.VersionedDocument;
import org.jspecify.annotations.Nullable;

/** A room as it is stored; {@code place} is where it stands in the list of public rooms. */
record RoomDocument(
        String id,
        long version,
        String name,
        @Nullable String topic,
        Visibility visibility,
        @Nullable DirectDocument direct,
        boolean archived,
        int slowModeSeconds,
        int memberCount,
        long lastSeq,
        String place)
        implements VersionedDocument {

    /** The two people of a direct room. */
    record DirectDocument(String first, String second) {}
}
