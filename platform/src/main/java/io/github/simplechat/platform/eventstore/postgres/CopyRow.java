package io.github.simplechat.platform.eventstore.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One event in PostgreSQL's binary {@code COPY} format: a count of fields, then each field with its
 * length before it. Written by the thread that has the event, so that the thread that writes groups
 * only joins bytes.
 */
final class CopyRow {

    /** What a {@code COPY} of such rows is started with. */
    static final String COPY =
            """
            COPY events.event (recorded_at, feed_id, version, type_id, subject, consequences, payload, metadata)
            FROM STDIN (FORMAT binary)\
            """;

    private static final short FIELDS = 8;
    private static final int NULL = -1;
    private static final int FIXED =
            Short.BYTES
                    + FIELDS * Integer.BYTES
                    + Long.BYTES
                    + 2 * Long.BYTES
                    + Long.BYTES
                    + Short.BYTES
                    + Byte.BYTES;
    private static final long POSTGRES_EPOCH_SECOND = 946_684_800;

    private CopyRow() {}

    /** The bytes of a row. */
    static byte[] of(
            Instant recordedAt,
            UUID feedId,
            long version,
            short typeId,
            @Nullable String subject,
            boolean consequences,
            byte[] payload,
            byte @Nullable [] metadata) {
        byte @Nullable [] subjectBytes =
                subject == null ? null : subject.getBytes(StandardCharsets.UTF_8);
        ByteBuffer row =
                ByteBuffer.allocate(
                        FIXED + lengthOf(subjectBytes) + payload.length + lengthOf(metadata));
        row.putShort(FIELDS);
        row.putInt(Long.BYTES).putLong(microseconds(recordedAt));
        row.putInt(2 * Long.BYTES)
                .putLong(feedId.getMostSignificantBits())
                .putLong(feedId.getLeastSignificantBits());
        row.putInt(Long.BYTES).putLong(version);
        row.putInt(Short.BYTES).putShort(typeId);
        putBytes(row, subjectBytes);
        row.putInt(Byte.BYTES).put((byte) (consequences ? 1 : 0));
        putBytes(row, payload);
        putBytes(row, metadata);
        return row.array();
    }

    private static long microseconds(Instant at) {
        return TimeUnit.SECONDS.toMicros(at.getEpochSecond() - POSTGRES_EPOCH_SECOND)
                + TimeUnit.NANOSECONDS.toMicros(at.getNano());
    }

    private static int lengthOf(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static void putBytes(ByteBuffer row, byte @Nullable [] bytes) {
        if (bytes == null) {
            row.putInt(NULL);
        } else {
            row.putInt(bytes.length).put(bytes);
        }
    }
}
