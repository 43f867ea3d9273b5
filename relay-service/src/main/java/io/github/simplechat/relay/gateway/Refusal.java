package io.github.simplechat.relay.gateway;

/** Why a connection request is refused, as a stable code that clients see. */
enum Refusal {
    INVALID_REQUEST("invalid-request"),
    NOT_A_MEMBER("not-a-member"),
    FORBIDDEN("forbidden"),
    ROOM_NOT_FOUND("room-not-found"),
    LIMIT_EXCEEDED("limit-exceeded"),
    RATE_LIMITED("rate-limited");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
