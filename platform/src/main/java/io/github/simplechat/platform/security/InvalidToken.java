package io.github.simplechat.platform.security;

/** A token that proves nothing: forged, expired, for somebody else, or no token at all. */
public final class InvalidToken extends RuntimeException {

    /** A sentence that says what to do and not what the token held. */
    public InvalidToken(String detail) {
        super(detail, null, false, false);
    }

    /** One sentence that a person can act on. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
