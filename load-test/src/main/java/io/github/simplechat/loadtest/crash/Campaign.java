package io.github.simplechat.loadtest.crash;

import io.github.simplechat.loadtest.api.ApiFailure;
import io.github.simplechat.loadtest.node.Tampering;
import io.github.simplechat.loadtest.progress.Parallel;
import io.github.simplechat.loadtest.progress.Progress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One way to do harm, some rounds of it under load, and what is found afterwards.
 *
 * @param victim what is killed
 * @param fault what else is wrong, so that the check must find something
 * @param rounds how often it is killed
 * @param seconds of load before each kill, about
 * @param senders how many people speak at once
 */
record Campaign(Victim victim, Fault fault, int rounds, int seconds, int senders) {

    private static final int ROOMS = 8;
    private static final int REPEATED = 1_000;
    private static final Duration RECOVERY = Duration.ofMinutes(2);

    /** What is killed. */
    enum Victim {
        SERVICE,
        DATABASE
    }

    /** What is wrong on purpose. */
    enum Fault {
        NONE,
        /** {@code synchronous_commit=off}: acknowledged before it is on disk. */
        EARLY_ACKNOWLEDGEMENT,
        /** One event is appended twice. */
        DOUBLE_APPEND
    }

    /** Runs it. */
    Findings run(Consumer<String> progress) {
        try (Stage stage = Stage.open(1, ROOMS, fault != Fault.EARLY_ACKNOWLEDGEMENT)) {
            List<Acknowledged> acknowledged;
            long unanswered;
            try (Senders people = stage.speak(senders)) {
                for (int round = 1; round <= rounds; round++) {
                    sleep(
                            Duration.ofMillis(
                                    ThreadLocalRandom.current().nextLong(500, 1_500) * seconds));
                    long before = people.count();
                    kill(stage);
                    if (fault == Fault.NONE) {
                        awaitMore(people);
                    }
                    progress.accept(
                            "%s, round %d of %d: killed after %,d acknowledged messages"
                                    .formatted(victim, round, rounds, before));
                }
                acknowledged = people.finish();
                unanswered = people.unanswered();
            }
            long answeredOtherwise =
                    new Parallel(senders, Progress.silent())
                                    .map(
                                            suspicious(acknowledged),
                                            one -> isAnsweredAsBefore(stage, one))
                                    .stream()
                                    .filter(same -> !same)
                                    .count();
            if (fault == Fault.DOUBLE_APPEND) {
                Tampering.appendTwice(stage.database(), stage.busiestRoom());
            }
            return stage.check(acknowledged)
                    .and(new Findings(0, 0, answeredOtherwise, 0, unanswered));
        }
    }

    private void kill(Stage stage) {
        switch (victim) {
            case SERVICE -> stage.killService();
            case DATABASE -> stage.killDatabase();
        }
    }

    /** Waits until people are being answered again. */
    private void awaitMore(Senders people) {
        long enough = people.count() + senders;
        long end = System.nanoTime() + RECOVERY.toNanos();
        while (people.count() < enough) {
            if (System.nanoTime() - end > 0) {
                throw new ApiFailure("The service does not answer any more after a kill.");
            }
            sleep(Duration.ofMillis(20));
        }
    }

    /** All that was sent more than once, and the newest others. */
    private static List<Acknowledged> suspicious(List<Acknowledged> acknowledged) {
        return Stream.concat(
                        acknowledged.stream().filter(one -> one.attempts() > 1),
                        acknowledged.stream()
                                .filter(one -> one.attempts() == 1)
                                .sorted(Comparator.comparingLong(Acknowledged::version).reversed())
                                .limit(REPEATED))
                .toList();
    }

    private static boolean isAnsweredAsBefore(Stage stage, Acknowledged one) {
        try {
            return stage.isAnsweredAsBefore(one);
        } catch (ApiFailure e) {
            return false;
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
