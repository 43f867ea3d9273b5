package io.github.simplechat.loadtest.crash;

import io.github.simplechat.loadtest.BadArguments;
import io.github.simplechat.loadtest.bench.Table;
import io.github.simplechat.loadtest.crash.Campaign.Fault;
import io.github.simplechat.loadtest.crash.Campaign.Victim;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chat-load crash}. */
@Command(
        name = "crash",
        description =
                "Kills the service and PostgreSQL under load and looks for what is missing or doubled;"
                        + " then shows that the look can find it.")
public final class CrashCommand implements Callable<Integer> {

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "kills of the service, and of PostgreSQL, default ${DEFAULT-VALUE}")
    private int rounds = 20;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "of load before each kill, about, default ${DEFAULT-VALUE}")
    private int seconds = 2;

    @Option(names = "--senders", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int senders = 64;

    @Override
    public Integer call() {
        if (rounds < 1 || seconds < 1 || senders < 1) {
            throw new BadArguments("All numbers must be 1 or more.");
        }
        Map<Campaign, Findings> found = new LinkedHashMap<>();
        for (Campaign campaign :
                List.of(
                        new Campaign(Victim.SERVICE, Fault.NONE, rounds, seconds, senders),
                        new Campaign(Victim.DATABASE, Fault.NONE, rounds, seconds, senders),
                        new Campaign(
                                Victim.DATABASE, Fault.EARLY_ACKNOWLEDGEMENT, 1, seconds, senders),
                        new Campaign(Victim.SERVICE, Fault.DOUBLE_APPEND, 1, seconds, senders))) {
            found.put(campaign, campaign.run(System.err::println));
        }
        System.out.print(describe(found));
        boolean proved =
                found.entrySet().stream()
                        .allMatch(one -> one.getValue().good() == isWellMade(one.getKey()));
        System.out.println(
                proved
                        ? "PROOF: 0 acknowledged messages lost, 0 doubled; both planted faults were found"
                        : "PROOF FAILED");
        return proved ? 0 : 1;
    }

    private static boolean isWellMade(Campaign campaign) {
        return campaign.fault() == Fault.NONE;
    }

    private static String describe(Map<Campaign, Findings> found) {
        Table table =
                new Table(
                        "killed",
                        "rounds",
                        "planted fault",
                        "acknowledged",
                        "lost",
                        "doubled",
                        "holes",
                        "unanswered");
        found.forEach((campaign, findings) ->
                table.row(
                        campaign.victim().name().toLowerCase(java.util.Locale.ROOT),
                        Integer.toString(campaign.rounds()),
                        switch (campaign.fault()) {
                            case NONE -> "none";
                            case EARLY_ACKNOWLEDGEMENT -> "synchronous_commit=off";
                            case DOUBLE_APPEND -> "an event appended twice";
                        },
                        "%,d".formatted(findings.acknowledged()),
                        "%,d".formatted(findings.lost()),
                        "%,d".formatted(findings.doubled()),
                        "%,d".formatted(findings.holes()),
                        "%,d".formatted(findings.unanswered())));
        return table.toString();
    }
}
