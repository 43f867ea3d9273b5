package io.github.simplechat.relay.netty;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Whether everything needed is ready, and nothing more, for everybody. */
final class HealthPlace implements Place {

    private static final String PATH = "/actuator/health";

    private final Supplier<String> status;
    private final Executor workers;

    /**
     * A place that asks each time.
     *
     * @param status {@code UP}, or what else it is; may block
     */
    HealthPlace(Supplier<String> status, Executor workers) {
        this.status = status;
        this.workers = workers;
    }

    @Override
    public boolean takes(Visit visit) {
        if (!PATH.equals(visit.path()) || !HttpMethod.GET.equals(visit.method())) {
            return false;
        }
        workers.execute(() -> answer(visit));
        return true;
    }

    private void answer(Visit visit) {
        String now = status.get();
        visit.json(
                "UP".equals(now) ? HttpResponseStatus.OK : HttpResponseStatus.SERVICE_UNAVAILABLE,
                "{\"status\":\"" + now + "\"}");
    }
}
