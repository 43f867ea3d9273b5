package io.github.simplechat.platform.web;

import io.github.simplechat.api.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller is in charge: in filters and at the handshake. */
@Component
public final class ProblemWriter {

    private final JsonMapper json;

    /** A writer of what {@code json} makes of a problem. */
    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Answers the request with a refusal. */
    public void write(HttpServletRequest request, HttpServletResponse response, Rejection why)
            throws IOException {
        write(response, Problems.of(why, request.getRequestURI()));
    }

    /** A refusal as a JSON document, where there is no servlet container to write it. */
    public Document document(Rejection why, String path) {
        ProblemDetail problem = Problems.of(why, path);
        return new Document(problem.getStatus(), json.writeValueAsString(problem));
    }

    /**
     * A problem as it goes over the wire.
     *
     * @param status the HTTP status
     * @param json the body, {@code application/problem+json}
     */
    public record Document(int status, String json) {}

    void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        if (problem.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
