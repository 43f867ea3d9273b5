package io.github.simplechat.command.platform.web;

import io.github.simplechat.command.platform.idempotency.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers of commands: the version as {@code ETag}, and whether the request had come before. */
public final class Answers {

    private Answers() {}

    /** 201 with a body. */
    public static <T> ResponseEntity<T> created(Outcome outcome, T body) {
        return answer(HttpStatus.CREATED, outcome, body);
    }

    /** 200 with a body. */
    public static <T> ResponseEntity<T> ok(Outcome outcome, T body) {
        return answer(HttpStatus.OK, outcome, body);
    }

    private static <T> ResponseEntity<T> answer(HttpStatus status, Outcome outcome, T body) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status).eTag("\"" + outcome.receipt().version() + "\"");
        if (outcome.replayed()) {
            answer.header("Idempotent-Replayed", "true");
        }
        return answer.body(body);
    }
}
