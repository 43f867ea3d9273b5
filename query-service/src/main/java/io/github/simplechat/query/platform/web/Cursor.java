package io.github.simplechat.query.platform.web;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Places in lists, opaque to clients so that what is behind them may change. */
public final class Cursor {

    private Cursor() {}

    /** A cursor for a place. */
    public static String of(String place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place of a cursor; null for none.
     *
     * @throws Rejection {@code invalid-request} when it is none of ours
     */
    public static @Nullable String place(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw invalid();
        }
    }

    /**
     * The place of a cursor that stands for an id; null for none.
     *
     * @throws Rejection {@code invalid-request} when it is none of ours
     */
    public static @Nullable UUID id(@Nullable String cursor) {
        String place = place(cursor);
        if (place == null) {
            return null;
        }
        try {
            return UUID.fromString(place);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static Rejection invalid() {
        return new Rejection(
                Reason.INVALID_REQUEST, "The cursor is not one that this list has given.");
    }
}
