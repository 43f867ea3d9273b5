package io.github.simplechat.loadtest.underload;

import io.github.simplechat.loadtest.api.ApiFailure;
import io.github.simplechat.loadtest.api.Rebuilds;
import io.github.simplechat.loadtest.bench.Table;
import io.github.simplechat.loadtest.http.Line;
import io.github.simplechat.loadtest.http.Lines;
import io.github.simplechat.loadtest.progress.Progress;
import io.github.simplechat.loadtest.underload.KilledRebuild.Kill;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The second part: a rebuild that nobody disturbs, and one whose node is killed again and again, at
 * places that divide it evenly.
 */
record KillPart(int kills, Progress progress) {

    private static final String RUNNING = "running";
    private static final int OK = 200;

    LoadPart.Result run(Stage stage, Consumer<String> word) {
        long begun = System.nanoTime();
        Rebuilds.Status clean = LoadPart.rebuild(stage.rebuilds(), progress);
        double seconds = since(begun);
        KilledRebuild killed = killed(stage, word);
        List<String> failures = new ArrayList<>(Verdict.kills(kills, clean.digest(), killed));
        if (!clean.state().equals("done")) {
            failures.add("the undisturbed rebuild ended as " + clean.state());
        }
        return new LoadPart.Result(describe(seconds, clean, killed), failures);
    }

    private KilledRebuild killed(Stage stage, Consumer<String> word) {
        long begun = System.nanoTime();
        Rebuilds.Ticket ticket = stage.rebuilds().start("timeline");
        List<Kill> done = new ArrayList<>();
        while (done.size() < kills) {
            double place = (done.size() + 1.0) / (kills + 1);
            Rebuilds.Status before = await(stage.rebuilds(), ticket, place);
            if (!before.state().equals(RUNNING)) {
                break;
            }
            stage.killNode();
            Kill kill = restart(stage, ticket, before.progress());
            done.add(kill);
            word.accept(
                    "kill %d of %d at %.1f %%, goes on at %.1f %%"
                            .formatted(done.size(), kills, 100 * kill.at(), 100 * kill.wentOnAt()));
        }
        Rebuilds.Status ended = await(stage.rebuilds(), ticket, Double.POSITIVE_INFINITY);
        return new KilledRebuild(done, ended.state(), ended.digest(), since(begun));
    }

    private static Kill restart(Stage stage, Rebuilds.Ticket ticket, double at) {
        long killed = System.nanoTime();
        stage.startNode();
        double wentOnAt = stage.rebuilds().status(ticket).progress();
        double startSeconds = since(killed);
        long wrong = wrong(stage);
        long served = System.nanoTime();
        var _ = await(stage.rebuilds(), ticket, Math.nextUp(wentOnAt));
        return new Kill(at, wentOnAt, startSeconds, since(served), wrong);
    }

    /** How many of the questions, one of each kind, are answered with anything but the truth. */
    private static long wrong(Stage stage) {
        try (Lines line = new Lines(stage.node().url(), 1)) {
            return Question.each(stage.content()).stream()
                    .filter(question -> !isRight(question, line, stage.token()))
                    .count();
        }
    }

    private static boolean isRight(Question question, Lines line, String token) {
        Line.Reply reply = line.exchange(Line.get(question.path(), token));
        return reply.status() == OK && QueryLoad.wrong(question, reply.body()).isEmpty();
    }

    /** Waits until it is so far, or has ended. */
    private static Rebuilds.Status await(Rebuilds rebuilds, Rebuilds.Ticket ticket, double place) {
        long deadline = System.nanoTime() + Stage.PATIENCE;
        while (true) {
            Rebuilds.Status status = rebuilds.status(ticket);
            if (status.progress() >= place || !status.state().equals(RUNNING)) {
                return status;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new ApiFailure("The rebuild does not go on.");
            }
            Stage.pause(10);
        }
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static String describe(
            double cleanSeconds, Rebuilds.Status clean, KilledRebuild killed) {
        Table table =
                new Table(
                        "kill",
                        "at",
                        "goes on at",
                        "serves again after",
                        "rebuild goes on after",
                        "wrong");
        for (int i = 0; i < killed.kills().size(); i++) {
            Kill kill = killed.kills().get(i);
            table.row(
                    Integer.toString(i + 1),
                    "%.1f %%".formatted(100 * kill.at()),
                    "%.1f %%".formatted(100 * kill.wentOnAt()),
                    "%.1f s".formatted(kill.startSeconds()),
                    "%.1f s more".formatted(kill.idleSeconds()),
                    Long.toString(kill.wrong()));
        }
        return "%s%nundisturbed %.1f s, digest %s%nwith %d kills %.1f s, digest %s%n"
                .formatted(
                        table,
                        cleanSeconds,
                        clean.digest(),
                        killed.kills().size(),
                        killed.seconds(),
                        killed.digest());
    }
}
