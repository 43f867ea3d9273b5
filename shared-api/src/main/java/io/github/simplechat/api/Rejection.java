package io.github.simplechat.api;

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
        INVITATION_NOT_FOUND("invitation-not-found"),
        NOT_FOUND("not-found"),
        USERNAME_TAKEN("username-taken"),
        ROOM_EXISTS("room-exists"),
        ROOM_FULL("room-full"),
        LAST_OWNER("last-owner"),
        MESSAGE_DELETED("message-deleted"),
        MESSAGE_TOO_LONG("message-too-long"),
        VERSION_CONFLICT("version-conflict"),
        IDEMPOTENCY_MISMATCH("idempotency-mismatch"),
        RATE_LIMITED("rate-limited"),
        PROJECTION_BEHIND("projection-behind"),
        REBUILD_RUNNING("rebuild-running");

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

    /**
     * A refusal.
     *
     * @param detail one sentence that a person can act on; no class name, no SQL
     */
    public Rejection(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** Why it was refused. */
    public Reason reason() {
        return reason;
    }

    /** One sentence that a person can act on. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
