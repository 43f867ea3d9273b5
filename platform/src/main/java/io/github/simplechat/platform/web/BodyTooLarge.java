package io.github.simplechat.platform.web;

import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A request body went on past the limit. */
final class BodyTooLarge extends IOException {

    BodyTooLarge() {
        super("The request body is too large");
    }

    static ProblemDetail problem(String path) {
        return Problems.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "A request body has at most %d bytes.".formatted(BodyLimitFilter.BYTES),
                path);
    }
}
