package io.github.simplechat.query.rooms.mongo;

import io.github.simplechat.query.platform.mongo.VersionedDocument;
import java.util.List;

/** A read marker as it is stored; {@code id} is {@code roomId:userId}. */
record ReadMarkerDocument(
        String id, String roomId, String userId, long version, long seq, List<Long> mentions)
        implements VersionedDocument {}
