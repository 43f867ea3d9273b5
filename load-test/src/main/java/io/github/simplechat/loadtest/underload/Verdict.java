package io.github.simplechat.loadtest.underload;

import io.github.simplechat.loadtest.underload.Asked.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is not as it must be, each in one sentence; nothing when all is proved. Pure. */
final class Verdict {

    static final double MOST = 2;
    private static final double P99 = 0.99;

    private Verdict() {}

    /**
     * Whether queries were answered as if nobody had rebuilt anything.
     *
     * @param before the rebuild
     * @param rebuilding meanwhile
     * @param after the rebuild; the quieter of the two is what the rebuild is compared with
     * @param all the whole run, what was asked before and after included
     */
    static List<String> load(Phase before, Phase rebuilding, Phase after, Phase all) {
        List<String> failures = new ArrayList<>();
        if (Stream.of(before, rebuilding, after)
                .anyMatch(phase -> phase.count(Outcome.RIGHT) == 0)) {
            failures.add("nothing was answered before the rebuild, during it or after it");
        }
        if (all.count(Outcome.WRONG) > 0) {
            failures.add("%,d wrong answers".formatted(all.count(Outcome.WRONG)));
        }
        if (all.count(Outcome.ERROR) > 0) {
            failures.add("%,d errors".formatted(all.count(Outcome.ERROR)));
        }
        double ratio = rebuilding.millis(P99) / Math.min(before.millis(P99), after.millis(P99));
        if (!(ratio <= MOST)) {
            failures.add(
                    "p99 during the rebuild is %.2f times the quiet one and may be %.0f times"
                            .formatted(ratio, MOST));
        }
        return failures;
    }

    /**
     * Whether a rebuild was built by a node that was killed again and again.
     *
     * @param wanted how often it was to be killed
     * @param clean the digest of a rebuild that nobody disturbed
     */
    static List<String> kills(int wanted, String clean, KilledRebuild killed) {
        List<String> failures = new ArrayList<>();
        if (killed.kills().size() < wanted) {
            failures.add(
                    "the rebuild was over after %d of %d kills, so it needs more events"
                            .formatted(killed.kills().size(), wanted));
        }
        if (!killed.state().equals("done")) {
            failures.add("the rebuild ended as " + killed.state());
        }
        if (clean.isEmpty() || !killed.digest().equals(clean)) {
            failures.add(
                    "its digest is '%s', and that of an undisturbed one '%s'"
                            .formatted(killed.digest(), clean));
        }
        if (wanted > 1 && killed.kills().stream().allMatch(kill -> kill.wentOnAt() == 0)) {
            failures.add("it began anew after each kill");
        }
        long wrong = killed.kills().stream().mapToLong(KilledRebuild.Kill::wrong).sum();
        if (wrong > 0) {
            failures.add("%d wrong answers after a restart".formatted(wrong));
        }
        return failures;
    }
}
