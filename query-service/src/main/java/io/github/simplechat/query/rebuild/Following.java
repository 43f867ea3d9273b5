package io.github.simplechat.query.rebuild;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a generation serve on this node that another node has switched to. */
final class Following<S> {

    private static final Logger log = LoggerFactory.getLogger(Following.class);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Generations<S> generations;
    private final int number;

    Following(Generations<S> generations, int number) {
        this.generations = generations;
        this.number = number;
    }

    /**
     * Begins to follow.
     *
     * @param atTheEnd what is done when it serves, or cannot yet
     */
    void start(Runnable atTheEnd) {
        Thread.ofVirtual()
                .name("follow-" + generations.name())
                .start(() -> {
                    try {
                        follow();
                    } finally {
                        atTheEnd.run();
                    }
                });
    }

    private void follow() {
        try {
            RunningGeneration<S> successor =
                    generations.launcher().launch(generations.served().projection(), number);
            while (generations.isOpen() && !isNear(successor)) {
                Thread.sleep(LOOK);
            }
            if (!generations.isOpen() || !takesOver(successor)) {
                successor.stop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("{} cannot serve here yet; trying again", generations.name(), e);
        }
    }

    private boolean isNear(RunningGeneration<S> successor) {
        return generations.served().isNear(successor, generations.settings().batchSize());
    }

    private boolean takesOver(RunningGeneration<S> successor) {
        var before = generations.served().handOver(successor, generations.launcher(), () -> {});
        before.ifPresent(generations::closeLater);
        return before.isPresent();
    }
}
