package io.github.simplechat.query.people.mongo;

import io.github.simplechat.query.platform.mongo.VersionedDocument;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it is stored; {@code id} is {@code userId:version}.
 *
 * @param data as JSON text: its names may be such as documents cannot have
 */
record NoticeDocument(
        String id,
        String userId,
        long version,
        String type,
        String text,
        @Nullable String data,
        Instant at)
        implements VersionedDocument {}
