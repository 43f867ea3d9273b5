package io.github.simplechat.query.rebuild.web;

import io.github.simplechat.api.query.RebuildStatus;
import io.github.simplechat.query.rebuild.Rebuilds;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A rebuild as a stream of server-sent events: one each half second, the last one at its end. */
final class RebuildProgress {

    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final long NO_TIMEOUT = 0;
    private static final String RUNNING = "running";

    private RebuildProgress() {}

    static SseEmitter stream(Rebuilds rebuilds, String id) {
        SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
        Thread.ofVirtual().name("rebuild-progress-" + id).start(() -> send(emitter, rebuilds, id));
        return emitter;
    }

    private static void send(SseEmitter emitter, Rebuilds rebuilds, String id) {
        try {
            RebuildStatus status = rebuilds.status(id);
            emitter.send(status, MediaType.APPLICATION_JSON);
            while (status.state().equals(RUNNING)) {
                status = rebuilds.await(id, INTERVAL);
                emitter.send(status, MediaType.APPLICATION_JSON);
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            emitter.completeWithError(e);
        }
    }
}
