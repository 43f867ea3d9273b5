package io.github.simplechat.loadtest.proof;

import java.io.PrintStream;

/** Prints each check as it is made and the verdict at the end. */
public final class Report {

    private final PrintStream out;
    private Tally sum = Tally.CLEAN;
    private int failed;

    /** Prints there. */
    public Report(PrintStream out) {
        this.out = out;
    }

    /** A check was made: prints {@code ok} or {@code FAILED}, the figures, and the differences. */
    public void check(String name, String figures, Tally tally) {
        out.printf("%-7s %-15s %s%n", tally.clean() ? "ok" : "FAILED", name, figures);
        tally.differences().forEach(difference -> out.println("            " + difference));
        sum = sum.plus(tally);
        failed += tally.clean() ? 0 : 1;
    }

    /** A line that proves nothing. */
    public void figure(String name, String figures) {
        out.printf("        %-15s %s%n", name, figures);
    }

    /** Prints the verdict; true if every check was clean. */
    public boolean verdict() {
        String counts =
                "%d lost, %d doubled, %d out of order"
                        .formatted(sum.lost(), sum.doubled(), sum.disordered());
        out.println(
                failed == 0
                        ? "PROOF: " + counts
                        : "PROOF FAILED: " + counts + "; failed checks: " + failed);
        out.flush();
        return failed == 0;
    }
}
