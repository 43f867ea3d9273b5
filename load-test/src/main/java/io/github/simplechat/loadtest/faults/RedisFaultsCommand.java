package io.github.simplechat.loadtest.faults;

import io.github.simplechat.loadtest.BadArguments;
import io.github.simplechat.loadtest.bench.Medians;
import io.github.simplechat.loadtest.bench.Table;
import io.github.simplechat.loadtest.faults.FaultCampaign.Outcome;
import io.github.simplechat.loadtest.faults.FaultCampaign.Recovery;
import io.github.simplechat.loadtest.proof.Report;
import io.github.simplechat.loadtest.proof.Tally;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chat-load redis-faults}. */
@Command(
        name = "redis-faults",
        description =
                "Kills, stops, freezes and flushes Redis and cuts its connections while people speak"
                        + " and listen on two relay nodes; then compares what each listener was shown"
                        + " with what the rooms hold.")
public final class RedisFaultsCommand implements Callable<Integer> {

    private static final int MOST_ROUNDS = 1_000;
    private static final int MOST_ROOMS = 100;
    private static final int MOST_A_SECOND = 2_000;
    private static final int LONGEST_SECONDS = 60;
    private static final int LONGEST_SWEEP = 3_600;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "faults, each kind once before one comes again; default ${DEFAULT-VALUE}")
    private int rounds = 24;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "of the order and length of the faults, and of who comes and goes; default"
                            + " ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(
            names = "--longest",
            paramLabel = "SECONDS",
            description = "how long a fault may last, default ${DEFAULT-VALUE}")
    private int longest = 7;

    @Option(names = "--rooms", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int rooms = 4;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "messages a second in all rooms together, default ${DEFAULT-VALUE}")
    private int rate = 200;

    @Option(
            names = "--sweep",
            paramLabel = "SECONDS",
            description =
                    "how often the nodes compare their feeds with the event store, default"
                            + " ${DEFAULT-VALUE}")
    private int sweep = 5;

    @Override
    public Integer call() {
        within("--rounds", rounds, MOST_ROUNDS);
        within("--longest", longest, LONGEST_SECONDS);
        within("--rooms", rooms, MOST_ROOMS);
        within("--rate", rate, MOST_A_SECOND);
        within("--sweep", sweep, LONGEST_SWEEP);
        Outcome outcome =
                new FaultCampaign(
                                Blow.series(rounds, seed, Duration.ofSeconds(longest)),
                                rooms,
                                rate,
                                Duration.ofSeconds(sweep),
                                seed)
                        .run(System.err::println);
        System.out.print(recoveries(outcome));
        return report(outcome, new Report(System.out)) ? 0 : 1;
    }

    private static void within(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new BadArguments("%s needs 1 to %,d.".formatted(option, most));
        }
    }

    /** Prints what was found; true if it is what it had to be. */
    static boolean report(Outcome outcome, Report report) {
        Tally listeners = outcome.listeners().stream().reduce(Tally.CLEAN, Tally::plus);
        report.check(
                "listeners",
                "%,d listeners, %,d frames".formatted(outcome.listeners().size(), outcome.frames()),
                outcome.frames() > 0 ? listeners : Tally.wrong("nobody was shown anything"));
        report.check(
                "recovery",
                "after %d faults".formatted(outcome.recoveries().size()),
                outcome.recoveries().stream()
                        .filter(recovery -> !recovery.inTime())
                        .map(late -> Tally.wrong("too late after " + late.fault().description()))
                        .reduce(Tally.CLEAN, Tally::plus));
        report.check(
                "writers",
                "%,d messages durable, %,d not".formatted(outcome.said(), outcome.unsaid()),
                outcome.unsaid() == 0 ? Tally.CLEAN : Tally.wrong("not all messages were taken"));
        report.check(
                "requests",
                "%,d refused".formatted(outcome.refused()),
                outcome.refused() == 0 ? Tally.CLEAN : Tally.wrong("listeners were refused"));
        report.figure("connections", "%,d ended by themselves".formatted(outcome.lost()));
        return report.verdict();
    }

    private static Table recoveries(Outcome outcome) {
        Table table = new Table("fault", "times", "all shown after, median", "longest");
        for (RedisFault fault : RedisFault.values()) {
            double[] millis =
                    outcome.recoveries().stream()
                            .filter(one -> one.fault() == fault)
                            .mapToDouble(Recovery::millis)
                            .sorted()
                            .toArray();
            if (millis.length > 0) {
                table.row(
                        fault.description(),
                        Integer.toString(millis.length),
                        "%,.0f ms".formatted(Medians.of(millis)),
                        "%,.0f ms".formatted(millis[millis.length - 1]));
            }
        }
        return table;
    }
}
