package io.github.simplechat.query.announcements.mongo;

import io.github.simplechat.query.platform.mongo.VersionedDocument;
import java.time.Instant;

/** An announcement as it is stored; {@code id} is its version. */
record AnnouncementDocument(
        String id, long version, String type, String text, String actorId, Instant at)
        implements VersionedDocument {}
