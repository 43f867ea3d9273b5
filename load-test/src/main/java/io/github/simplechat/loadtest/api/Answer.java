package io.github.simplechat.loadtest.api;

import tools.jackson.databind.JsonNode;

/**
 * An HTTP answer.
 *
 * @param call what was asked, for messages: {@code POST /v1/rooms}
 * @param status the HTTP status
 * @param body the JSON; a missing node where there was none
 * @param replayed whether the server says that it had done this before
 * @param retryAfterSeconds what {@code Retry-After} says, or -1
 * @param location the {@code Location} header, or an empty string
 * @param firstAttemptNanos {@link System#nanoTime} just before the first attempt was sent
 */
public record Answer(
        String call,
        int status,
        JsonNode body,
        boolean replayed,
        long retryAfterSeconds,
        String location,
        long firstAttemptNanos) {

    /** Whether the status is 200 to 299. */
    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** Whether it is a refusal with that stable code. */
    public boolean refusedWith(String code) {
        return !ok() && code.equals(body.path("code").asString(""));
    }

    /**
     * This answer, if it is a success.
     *
     * @throws ApiFailure that names status, code and detail otherwise
     */
    public Answer orFail() {
        if (ok()) {
            return this;
        }
        throw new ApiFailure(
                "%s answered %d %s: %s"
                        .formatted(
                                call,
                                status,
                                body.path("code").asString("without a code"),
                                body.path("detail").asString("no detail")));
    }

    /** A number of the body, or -1 where it has none of that name. */
    public long number(String field) {
        return body.path(field).asLong(-1);
    }

    /**
     * A text of the body.
     *
     * @throws ApiFailure if it has none of that name
     */
    public String text(String field) {
        JsonNode value = body.path(field);
        if (!value.isString()) {
            throw new ApiFailure(call + " answered " + status + " without " + field + ".");
        }
        return value.asString();
    }

    Answer firstSentAt(long nanos) {
        return new Answer(call, status, body, replayed, retryAfterSeconds, location, nanos);
    }
}
