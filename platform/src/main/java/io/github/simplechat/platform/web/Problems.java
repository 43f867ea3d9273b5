package io.github.simplechat.platform.web;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Refusals as RFC 9457 problems, each with its stable {@code code}. */
final class Problems {

    private Problems() {}

    static ProblemDetail of(Rejection rejection, String path) {
        return of(status(rejection.reason()), rejection.reason().code(), rejection.detail(), path);
    }

    static ProblemDetail of(HttpStatus status, String code, String detail, String path) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + code));
        problem.setTitle(status.getReasonPhrase());
        problem.setInstance(URI.create(path));
        problem.setProperty("code", code);
        return problem;
    }

    static HttpStatus status(Reason reason) {
        return switch (reason) {
            case INVALID_REQUEST -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN, NOT_A_MEMBER, BANNED, MUTED -> HttpStatus.FORBIDDEN;
            case ROOM_NOT_FOUND,
                    PERSON_NOT_FOUND,
                    MESSAGE_NOT_FOUND,
                    MEMBER_NOT_FOUND,
                    INVITATION_NOT_FOUND,
                    NOT_FOUND ->
                    HttpStatus.NOT_FOUND;
            case USERNAME_TAKEN,
                    ROOM_EXISTS,
                    ROOM_FULL,
                    ROOM_ARCHIVED,
                    DIRECT_ROOM,
                    ALREADY_A_MEMBER,
                    TOO_MANY_ROOMS,
                    TOO_MANY_PINS,
                    LAST_OWNER,
                    LAST_ADMINISTRATOR,
                    REBUILD_RUNNING ->
                    HttpStatus.CONFLICT;
            case MESSAGE_DELETED -> HttpStatus.GONE;
            case MESSAGE_TOO_LONG -> HttpStatus.CONTENT_TOO_LARGE;
            case VERSION_CONFLICT -> HttpStatus.PRECONDITION_FAILED;
            case IDEMPOTENCY_MISMATCH -> HttpStatus.UNPROCESSABLE_CONTENT;
            case RATE_LIMITED, SLOW_MODE -> HttpStatus.TOO_MANY_REQUESTS;
            case PROJECTION_BEHIND, SHUTTING_DOWN -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
