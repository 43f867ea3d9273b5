package io.github.simplechat.loadtest.play;

import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.ApiFailure;
import io.github.simplechat.loadtest.api.Rebuilds;
import io.github.simplechat.loadtest.plan.Persona;
import io.github.simplechat.loadtest.progress.Progress;
import io.github.simplechat.loadtest.proof.Report;
import io.github.simplechat.loadtest.proof.Tally;
import java.time.Duration;
import java.util.List;

/** Rebuilds projections while reading from them: every answer must stay whole and right. */
final class RebuildProof {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int SCALE = 1_000;

    private final ApiClient api;
    private final Report report;
    private final Progress progress;
    private final RoomProof proof;

    RebuildProof(ApiClient api, Report report, Progress progress) {
        this.api = api;
        this.report = report;
        this.progress = progress;
        this.proof = new RoomProof(api, Duration.ZERO);
    }

    /** Rebuilds one projection and reports it. */
    void rebuild(PlaySettings.Credentials admin, String projection, List<StagedRoom> rooms) {
        try {
            Persona persona = new Persona(admin.username(), admin.password(), admin.username());
            watch(new Rebuilds(api, api.login(persona)), projection, rooms);
        } catch (ApiFailure e) {
            report.check("rebuild", projection, Tally.wrong(e.sentence()));
        }
    }

    private void watch(Rebuilds rebuilds, String projection, List<StagedRoom> rooms) {
        long head = rebuilds.head(projection);
        long begun = System.nanoTime();
        Rebuilds.Ticket ticket = rebuilds.start(projection);
        Rebuilds.Status status = rebuilds.status(ticket);
        Tally reads = Tally.CLEAN;
        int looks = 0;
        try (Progress.Task task = progress.begin("rebuild " + projection, SCALE)) {
            while (status.state().equals("running")) {
                if (System.nanoTime() - begun > LONGEST.toNanos()) {
                    throw new ApiFailure(projection + " is not rebuilt after half an hour.");
                }
                StagedRoom room = rooms.get(looks % rooms.size());
                reads = reads.plus(proof.history(room).of(room.plan().name()));
                looks++;
                status = rebuilds.status(ticket);
                Deadline.in(BETWEEN_LOOKS).until(() -> false);
                task.at(Math.round(status.progress() * SCALE));
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Tally end =
                status.state().equals("done")
                        ? reads
                        : reads.plus(Tally.wrong("it ended as " + status.state()));
        report.check(
                "rebuild",
                "%s: %s events in %.1f s, %s events/s here, %,d by the server; %d reads meanwhile"
                        .formatted(
                                projection,
                                head < 0 ? "?" : "%,d".formatted(head),
                                seconds,
                                head < 0 ? "?" : "%,.0f".formatted(head / seconds),
                                status.eventsPerSecond(),
                                looks),
                end);
    }
}
