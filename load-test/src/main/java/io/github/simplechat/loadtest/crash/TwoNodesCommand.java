package io.github.simplechat.loadtest.crash;

import io.github.simplechat.loadtest.BadArguments;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chat-load two-nodes}. */
@Command(
        name = "two-nodes",
        description =
                "Speaks in one room through two command services on one store, and looks for what is"
                        + " missing or doubled.")
public final class TwoNodesCommand implements Callable<Integer> {

    @Option(names = "--seconds", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int seconds = 10;

    @Option(names = "--senders", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int senders = 64;

    @Override
    public Integer call() {
        if (seconds < 1 || senders < 2) {
            throw new BadArguments("--seconds needs 1 or more, --senders 2 or more.");
        }
        try (Stage stage = Stage.open(2, 1, true);
                Senders people = stage.speak(senders)) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
            List<Acknowledged> acknowledged = people.finish();
            Findings findings =
                    stage.check(acknowledged).and(new Findings(0, 0, 0, 0, people.unanswered()));
            System.out.printf(
                    "%d senders, one room, two nodes, %d s: %,d acknowledged (%,d/s), %,d lost, %,d"
                            + " doubled, %,d holes, %,d unanswered%n",
                    senders,
                    seconds,
                    findings.acknowledged(),
                    findings.acknowledged() / seconds,
                    findings.lost(),
                    findings.doubled(),
                    findings.holes(),
                    findings.unanswered());
            System.out.printf(
                    "sent more than once by the client: %,d messages, one of them %d times%n",
                    acknowledged.stream().filter(one -> one.attempts() > 1).count(),
                    acknowledged.stream().mapToInt(Acknowledged::attempts).max().orElse(0));
            return findings.good() ? 0 : 1;
        }
    }
}
