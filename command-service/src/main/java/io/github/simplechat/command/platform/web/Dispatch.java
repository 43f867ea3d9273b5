package io.github.simplechat.command.platform.web;

import io.github.simplechat.command.platform.idempotency.Outcome;
import io.github.simplechat.platform.eventstore.Claim;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request on its way to an aggregate: who asks, when, and under which idempotency key.
 * Controllers take it as a parameter.
 */
public final class Dispatch {

    private final Commands commands;
    private final JsonMapper json;
    private final UUID actorId;
    private final Instant at;
    private final String path;
    private final @Nullable String key;

    Dispatch(
            Commands commands,
            JsonMapper json,
            UUID actorId,
            Instant at,
            String path,
            @Nullable String key) {
        this.commands = commands;
        this.json = json;
        this.actorId = actorId;
        this.at = at;
        this.path = path;
        this.key = key;
    }

    /** Who asks. */
    public UUID actorId() {
        return actorId;
    }

    /** When the request was received, in whole milliseconds. */
    public Instant at() {
        return at;
    }

    /** Executes a command. */
    public Outcome send(Object command) {
        return commands.send(command);
    }

    /** Executes the command of a POST: once for its idempotency key, when it has one. */
    public Outcome post(Object command, Object body) {
        Claim claim = claim(body);
        return claim == null ? commands.send(command) : commands.send(command, claim);
    }

    /**
     * The first answer to this POST when it has come before; for one that is more than a command.
     *
     * @throws io.github.simplechat.api.Rejection when its key was used for another request
     */
    public Optional<Outcome> firstAnswer(Object body) {
        Claim claim = claim(body);
        return claim == null ? Optional.empty() : commands.firstAnswer(claim);
    }

    private @Nullable Claim claim(Object body) {
        return key == null ? null : Claim.of(actorId, key, path, json.writeValueAsBytes(body));
    }
}
