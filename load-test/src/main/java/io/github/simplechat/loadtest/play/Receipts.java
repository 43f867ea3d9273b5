package io.github.simplechat.loadtest.play;

import io.github.simplechat.loadtest.api.Answer;
import io.github.simplechat.loadtest.plan.Step;
import io.github.simplechat.loadtest.proof.Tally;
import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What the server acknowledged in one room. Used by the one thread that plays the room. */
final class Receipts {

    private static final int DIGITS = 3;

    private final Map<Long, Long> sentNanosByVersion = new HashMap<>();
    private final Histogram postNanos = new Histogram(DIGITS);
    private long version = -1;
    private long accepted;
    private long replayed;
    private Tally trouble = Tally.CLEAN;

    /** Any command told this version, or -1. */
    void version(long told) {
        version = Math.max(version, told);
    }

    /** A message was answered; {@code now} is when. */
    void answered(Step.Says says, Answer answer, long now) {
        if (!answer.ok()) {
            trouble(
                    "line %d was refused with %d %s"
                            .formatted(
                                    says.line(),
                                    answer.status(),
                                    answer.body().path("code").asString("")));
            return;
        }
        accepted++;
        replayed += answer.replayed() ? 1 : 0;
        version(answer.number("version"));
        if (answer.number("seq") != says.seq()) {
            trouble(
                    "line %d got seq %d instead of %d"
                            .formatted(says.line(), answer.number("seq"), says.seq()));
        }
        if (!answer.replayed()) {
            postNanos.recordValue(Math.max(0, now - answer.firstAttemptNanos()));
            sentNanosByVersion.put(answer.number("version"), answer.firstAttemptNanos());
        }
    }

    void trouble(String difference) {
        trouble = trouble.plus(Tally.wrong(difference));
    }

    /** When each new message was first sent. */
    Map<Long, Long> sentNanosByVersion() {
        return sentNanosByVersion;
    }

    /** From the first attempt to the answer, new messages only. */
    Histogram postNanos() {
        return postNanos;
    }

    /** The highest version that any answer told. */
    long version() {
        return version;
    }

    long accepted() {
        return accepted;
    }

    long replayed() {
        return replayed;
    }

    /** Refusals and answers with another number than the log asks for. */
    Tally trouble() {
        return trouble;
    }
}
