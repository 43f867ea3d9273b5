package io.github.simplechat.loadtest.api;

import io.github.simplechat.loadtest.plan.Persona;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Signs people in and sends their requests; signs them in again when a token has expired.
 * Thread-safe.
 */
public final class ApiClient {

    private static final int RENEWALS = 3;

    private final URI commands;
    private final URI queries;
    private final ChatHttp http;

    /**
     * A client of the two services.
     *
     * @param commands where commands go
     * @param queries where queries go; the same address in the standalone assembly
     */
    public ApiClient(URI commands, URI queries, ChatHttp http) {
        this.commands = commands;
        this.queries = queries;
        this.http = http;
    }

    /** The same services with another patience. */
    public ApiClient with(Patience patience) {
        return new ApiClient(commands, queries, http.with(patience));
    }

    /**
     * Asks both services once whether they are there; any answer will do.
     *
     * @throws ApiFailure if one of them gives none
     */
    public void knock() {
        ChatHttp once = http.with(Patience.NONE);
        for (URI service : new URI[] {commands, queries}) {
            try {
                once.exchange(new Call("GET", at(service, "/actuator/health"), null, null, null));
            } catch (ApiFailure e) {
                throw new ApiFailure("No chat service answers at " + service + ".");
            }
        }
    }

    /** Registers, or signs in whoever is registered already. */
    public Account enter(Persona persona) {
        Answer registered =
                http.exchange(
                        new Call(
                                "POST",
                                at(commands, "/v1/auth/register"),
                                null,
                                null,
                                Map.of(
                                        "username", persona.username(),
                                        "password", persona.password(),
                                        "displayName", persona.displayName())));
        return registered.refusedWith("username-taken")
                ? login(persona)
                : account(persona, registered.orFail());
    }

    /** Signs in. */
    public Account login(Persona persona) {
        return account(persona, tokens(persona));
    }

    /** Signs in again, unless another thread has done so since {@code stale} was read. */
    public void renew(Account account, String stale) {
        synchronized (account) {
            if (account.token().equals(stale)) {
                account.token(tokens(account.persona()).text("accessToken"));
            }
        }
    }

    /** A command; the answer may be a refusal. */
    Answer command(
            Account account,
            String method,
            String path,
            @Nullable String key,
            @Nullable Object body) {
        return signed(account, new Call(method, at(commands, path), account.token(), key, body));
    }

    /** A query; the answer may be a refusal. */
    Answer query(Account account, String path) {
        return signed(account, new Call("GET", at(queries, path), account.token(), null, null));
    }

    /** A request to the query side that changes something there. */
    Answer queryCommand(Account account, String method, String path) {
        return signed(account, new Call(method, at(queries, path), account.token(), null, null));
    }

    private Answer signed(Account account, Call call) {
        Answer answer = http.exchange(call);
        long begun = answer.firstAttemptNanos();
        String token = Objects.requireNonNullElse(call.token(), "");
        for (int renewed = 0; answer.status() == 401 && renewed < RENEWALS; renewed++) {
            renew(account, token);
            token = account.token();
            answer = http.exchange(call.withToken(token));
        }
        return answer.firstSentAt(begun);
    }

    private Answer tokens(Persona persona) {
        return http.exchange(
                        new Call(
                                "POST",
                                at(commands, "/v1/auth/login"),
                                null,
                                null,
                                Map.of(
                                        "username", persona.username(),
                                        "password", persona.password())))
                .orFail();
    }

    private static Account account(Persona persona, Answer tokens) {
        return new Account(persona, tokens.text("userId"), tokens.text("accessToken"));
    }

    private static URI at(URI base, String path) {
        String text = base.toString();
        return URI.create(
                (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
    }
}
