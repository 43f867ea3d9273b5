package io.github.simplechat.loadtest.underload;

import io.github.simplechat.loadtest.BadArguments;
import io.github.simplechat.loadtest.api.ApiFailure;
import io.github.simplechat.loadtest.bench.Machine;
import io.github.simplechat.loadtest.progress.Progress;
import io.github.simplechat.loadtest.progress.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chat-load rebuild-under-load}. */
@Command(
        name = "rebuild-under-load",
        description = {
            "Rebuilds the timeline, as an administrator does, while queries with known answers are"
                    + " asked in open loop; then kills the query node, the only one, again and again"
                    + " in the middle of a rebuild, and compares what it built with what an"
                    + " undisturbed one did.",
            "The query load runs in the first part only: a killed node answers nothing, and a second"
                    + " one would go on with the rebuild in its place. In the second part one query of"
                    + " each kind is asked after each restart."
        })
public final class UnderLoadCommand implements Callable<Integer> {

    private static final int MOST_EVENTS = 10_000_000;
    private static final int MOST_ROOMS = 200;
    private static final int MOST_KILLS = 100;

    /** What is done. */
    enum Part {
        /** A rebuild while queries are asked. */
        LOAD,
        /** A rebuild whose node is killed. */
        KILLS,
        /** Both, one after the other. */
        ALL
    }

    @Option(names = "--part", description = "${COMPLETION-CANDIDATES}, default ${DEFAULT-VALUE}")
    private Part part = Part.ALL;

    @Option(
            names = "--events",
            paramLabel = "N",
            description = "messages in the store, default ${DEFAULT-VALUE}")
    private int events = 1_000_000;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "queries a second, default ${DEFAULT-VALUE}")
    private int rate = 200;

    @Option(
            names = "--kills",
            paramLabel = "N",
            description = "of the query node, default ${DEFAULT-VALUE}")
    private int kills = 10;

    @Option(
            names = "--rooms",
            paramLabel = "N",
            description = "that the messages are in, default ${DEFAULT-VALUE}")
    private int rooms = 50;

    @Option(
            names = "--quiet",
            paramLabel = "SECONDS",
            description = "of queries before the rebuild, and after it, default ${DEFAULT-VALUE}")
    private int quietSeconds = 30;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            description = "of queries before that, default ${DEFAULT-VALUE}")
    private int warmUpSeconds = 30;

    @Override
    public Integer call() {
        validate();
        Progress progress = Progress.on(System.err, Terminal.isStandardError());
        List<String> failures = new ArrayList<>();
        long begun = System.nanoTime();
        try (Stage stage = new Stage(events, rooms)) {
            System.err.printf(
                    "%,d messages, appended and shown after %.0f s%n",
                    events, (System.nanoTime() - begun) / 1e9);
            System.out.println(Machine.describe() + "; " + stage.describe());
            if (part != Part.KILLS) {
                show(
                        new LoadPart(rate, quietSeconds, warmUpSeconds, progress)
                                .run(stage, System.err::println),
                        failures);
            }
            if (part != Part.LOAD) {
                show(new KillPart(kills, progress).run(stage, System.err::println), failures);
            }
        } catch (ApiFailure e) {
            failures.add(e.sentence());
        }
        System.out.println(
                failures.isEmpty() ? proof() : "PROOF FAILED: " + String.join("; ", failures));
        return failures.isEmpty() ? 0 : 1;
    }

    private void validate() {
        if (rate < 1 || kills < 1 || quietSeconds < 1 || warmUpSeconds < 1) {
            throw new BadArguments("All numbers must be 1 or more.");
        }
        if (rooms < 1 || rooms > MOST_ROOMS) {
            throw new BadArguments("--rooms needs a number from 1 to %d.".formatted(MOST_ROOMS));
        }
        if (events < rooms || events > MOST_EVENTS) {
            throw new BadArguments(
                    "--events needs a number from that of --rooms to %,d.".formatted(MOST_EVENTS));
        }
        if (kills > MOST_KILLS) {
            throw new BadArguments("--kills needs a number from 1 to %d.".formatted(MOST_KILLS));
        }
    }

    private static void show(LoadPart.Result result, List<String> failures) {
        System.out.println(result.text());
        failures.addAll(result.failures());
    }

    private String proof() {
        String load =
                "0 wrong answers and 0 errors during a rebuild, p99 at most %.0f times the quiet one"
                        .formatted(Verdict.MOST);
        String killed = "%d kills, and the digest of an undisturbed rebuild".formatted(kills);
        return "PROOF: "
                + switch (part) {
                    case LOAD -> load;
                    case KILLS -> killed;
                    case ALL -> load + "; " + killed;
                };
    }
}
