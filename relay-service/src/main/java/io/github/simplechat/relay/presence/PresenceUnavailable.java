package io.github.simplechat.relay.presence;

/** The store of presence does not answer. */
public final class PresenceUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For this reason. */
    public PresenceUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
