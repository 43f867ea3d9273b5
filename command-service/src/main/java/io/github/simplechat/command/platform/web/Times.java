package io.github.simplechat.command.platform.web;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as they are kept: in whole milliseconds, with a year of four digits. */
public final class Times {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Times() {}

    /**
     * The time as it is kept, null for null.
     *
     * @throws Rejection when its year has more digits
     */
    public static @Nullable Instant millis(@Nullable Instant time) {
        if (time == null) {
            return null;
        }
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new Rejection(Reason.INVALID_REQUEST, "A time has a year of four digits.");
        }
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
