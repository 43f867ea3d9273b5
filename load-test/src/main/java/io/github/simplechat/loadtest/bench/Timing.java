package io.github.simplechat.loadtest.bench;

import picocli.CommandLine.Option;

/** How often and how long each side is measured, as options of a command. */
public final class Timing {

    @Option(names = "--rounds", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int rounds = 5;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "of each side in each round, default ${DEFAULT-VALUE}")
    private int seconds;

    /** With so many seconds when nobody says otherwise. */
    public Timing(int seconds) {
        this.seconds = seconds;
    }

    /** How many rounds. */
    public int rounds() {
        return rounds;
    }

    /** How long a side takes in each. */
    public int seconds() {
        return seconds;
    }
}
