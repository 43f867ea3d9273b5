package io.github.simplechat.loadtest.api;

import io.github.simplechat.loadtest.plan.Persona;

/** A signed-in person. The access token is replaced when the server says that it has expired. */
public final class Account {

    private final Persona persona;
    private final String userId;
    private volatile String token;

    Account(Persona persona, String userId, String token) {
        this.persona = persona;
        this.userId = userId;
        this.token = token;
    }

    /** Who it is. */
    public Persona persona() {
        return persona;
    }

    /** The id that the server gave. */
    public String userId() {
        return userId;
    }

    /** The access token of this moment. */
    public String token() {
        return token;
    }

    void token(String fresh) {
        token = fresh;
    }
}
