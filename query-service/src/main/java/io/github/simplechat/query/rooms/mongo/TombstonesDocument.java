package io.github.simplechat.query.rooms.mongo;

import io.github.simplechat.query.platform.mongo.VersionedDocument;
import java.util.List;

/** Tombstones as they are stored; {@code id} is {@code roomId:bucket}. */
record TombstonesDocument(String id, String roomId, long bucket, long version, List<Long> seqs)
        implements VersionedDocument {}
