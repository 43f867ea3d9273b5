package io.github.simplechat.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A command or query was refused by a rule. Carries a stable code for machines and a sentence for
 * people; nothing has changed when it is thrown.
 */
public final class Rejection extends RuntimeException {

    /** Why, as a stable code. */
    public enum Reason {
        INVALID_REQUEST("invalid-request"),
        UNAUTHENTICATED("unauthenticated"),
        FORBIDDEN("forbidden"),
        NOT_A_MEMBER("not-a-member"),
        ROOM_NOT_FOUND("room-not-found"),
        PERSON_NOT_FOUND("person-not-found"),
        MESSAGE_NOT_FOUND("message-not-found"),
        MEMBER_NOT_FOUND("member-not-found"),
        INVITATION_NOT_FOUND("invitation-not-found"),
        NOT_FOUND("not-found"),
        USERNAME_TAKEN("username-taken"),
        ROOM_EXISTS("room-exists"),
        ROOM_FULL("room-full"),
        ROOM_ARCHIVED("room-archived"),
        DIRECT_ROOM("direct-room"),
        ALREADY_A_MEMBER("already-a-member"),
        TOO_MANY_ROOMS("too-many-rooms"),
        TOO_MANY_PINS("too-many-pins"),
        LAST_OWNER("last-owner"),
        LAST_ADMINISTRATOR("last-administrator"),
        BANNED("banned"),
        MUTED("muted"),
        SLOW_MODE("slow-mode"),
        MESSAGE_DELETED("message-deleted"),
        MESSAGE_TOO_LONG("message-too-long"),
        VERSION_CONFLICT("version-conflict"),
        IDEMPOTENCY_MISMATCH("idempotency-mismatch"),
        RATE_LIMITED("rate-limited"),
        PROJECTION_BEHIND("projection-behind"),
        REBUILD_RUNNING("rebuild-running"),
        SHUTTING_DOWN("shutting-down");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The code that clients see; never changes. */
        public String code() {
            return code;
        }
    }

    private final Reason reason;
    private final @Nullable Duration retryAfter;

    /**
     * A refusal.
     *
     * @param detail one sentence that a person can act on; no class name, no SQL
     */
    public Rejection(Reason reason, String detail) {
        this(reason, detail, null);
    }

    /** A refusal of something that may be asked again after a while; null when nothing is known. */
    public Rejection(Reason reason, String detail, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    /** Why it was refused. */
    public Reason reason() {
        return reason;
    }

    /** How long to wait before asking again; null when nothing is known. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** One sentence that a person can act on. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
