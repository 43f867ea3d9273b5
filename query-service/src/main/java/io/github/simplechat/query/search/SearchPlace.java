package io.github.simplechat.query.search;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.query.platform.web.Cursor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a found message stands in a search. It depends on the message and the question alone, so
 * other messages that come or go move no page.
 *
 * @param score how well it matches; 0 where messages are in the order of time
 * @param position the place of its sending among all events
 */
public record SearchPlace(float score, long position) {

    private static final Pattern WRITTEN = Pattern.compile("(-?\\d{1,10}):(\\d{1,18})");

    /** As an opaque cursor. */
    public String cursor() {
        return Cursor.of(Float.floatToIntBits(score) + ":" + position);
    }

    /**
     * The place that a cursor stands for; null for none.
     *
     * @throws Rejection {@code invalid-request} when it is none of ours
     */
    public static @Nullable SearchPlace of(@Nullable String cursor) {
        String place = Cursor.place(cursor);
        if (place == null) {
            return null;
        }
        var written = WRITTEN.matcher(place);
        if (written.matches()) {
            long bits = Long.parseLong(written.group(1));
            float score = Float.intBitsToFloat((int) bits);
            if (bits == (int) bits && Float.isFinite(score) && score >= 0) {
                return new SearchPlace(score, Long.parseLong(written.group(2)));
            }
        }
        throw new Rejection(
                Reason.INVALID_REQUEST, "The cursor is not one that this list has given.");
    }
}
