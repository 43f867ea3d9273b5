package io.github.simplechat.loadtest.removal;

import io.github.simplechat.loadtest.BadArguments;
import io.github.simplechat.loadtest.bench.Machine;
import io.github.simplechat.loadtest.node.LiveSide;
import io.github.simplechat.loadtest.node.Relay;
import io.github.simplechat.loadtest.proof.Report;
import io.github.simplechat.loadtest.removal.Races.When;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chat-load removal-races}. */
@Command(
        name = "removal-races",
        description =
                "Ends memberships in the middle of bursts of messages, while those who have to go listen on"
                        + " two nodes, and proves that they are shown nothing past that. Halfway the node"
                        + " that publishes, a third one, is killed.")
public final class RemovalRacesCommand implements Callable<Integer> {

    private static final int MOST_RACES = 100_000;
    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_MESSAGES = 1_000;

    /**
     * So many times the nodes have not been compiled yet: what is late then is told, not judged.
     */
    private static final int COLD = 5;

    private static final String PUBLISHES = "This node publishes";

    @Option(names = "--races", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int races = 5_000;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            description = "rooms at the same time, default ${DEFAULT-VALUE}")
    private int atOnce = 50;

    @Option(
            names = "--messages",
            paramLabel = "N",
            description = "in each race, default ${DEFAULT-VALUE}")
    private int messages = 24;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "of the order of things, default ${DEFAULT-VALUE}")
    private long seed = 1;

    @Override
    public Integer call() {
        within("--races", races, MOST_RACES);
        within("--at-once", atOnce, MOST_AT_ONCE);
        within("--messages", messages, MOST_MESSAGES);
        Races all = new Races();
        try (LiveSide live = LiveSide.start()) {
            Relay publisher = relay(live);
            List<Relay> nodes = List.of(relay(live), relay(live));
            Random random = new Random(seed);
            int waves = (races + atOnce - 1) / atOnce;
            for (int wave = 0; wave < waves; wave++) {
                boolean blow = wave == waves / 2;
                try (Wave running =
                        new Wave(live, nodes, Math.min(atOnce, races - wave * atOnce))) {
                    Wave.Outcome outcome =
                            running.run(messages, random, blow ? publisher::kill : () -> {});
                    all.add(outcome, blow ? When.KILLED : wave < COLD ? When.COLD : When.WARM);
                }
                System.err.println(all.describe());
            }
            all.took(nodes.stream().filter(node -> node.hasLogged(PUBLISHES)).count());
            System.out.println(Machine.describe());
            System.out.println(live.durability());
        }
        return all.report(new Report(System.out)) ? 0 : 1;
    }

    private static Relay relay(LiveSide live) {
        return live.relay(List.of(), Map.of());
    }

    private static void within(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new BadArguments("%s needs 1 to %,d.".formatted(option, most));
        }
    }
}
