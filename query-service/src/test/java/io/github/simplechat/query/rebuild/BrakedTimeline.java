package io.github.simplechat.query.rebuild;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.timeline.TimelineFixture;
import io.github.simplechat.query.timeline.TimelineStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The timeline, whose later generations can be held up or broken. */
final class BrakedTimeline implements Projection<TimelineStore> {

    private static final long NEVER = Long.MAX_VALUE;

    private final Projection<TimelineStore> real;
    private final int version;
    private final Mortal life;
    private final AtomicBoolean held = new AtomicBoolean();
    private final AtomicBoolean broken = new AtomicBoolean();
    private final AtomicLong holdAfter = new AtomicLong(NEVER);
    private volatile Duration slowness = Duration.ZERO;
    private final AtomicLong firstTakenIn = new AtomicLong(NEVER);

    BrakedTimeline(MongoTemplate mongo) {
        this(mongo, 1, new Mortal());
    }

    BrakedTimeline(MongoTemplate mongo, int version, Mortal life) {
        this.real = TimelineFixture.projection(mongo);
        this.version = version;
        this.life = life;
    }

    /** While true, no event is taken in. */
    AtomicBoolean held() {
        return held;
    }

    /** While true, every batch fails. */
    AtomicBoolean broken() {
        return broken;
    }

    /** Holds once so many events have been taken in. */
    void holdAfter(long position) {
        holdAfter.set(position);
    }

    /** Takes at least so long for every batch. */
    void slowDown(Duration each) {
        slowness = each;
    }

    /** Lets the batch in hand go on once somebody waits for it. */
    void letGoSoon() {
        Thread.startVirtualThread(() -> {
            org.awaitility.Awaitility.await()
                    .until(() ->
                            Thread.getAllStackTraces().values().stream()
                                    .flatMap(java.util.Arrays::stream)
                                    .anyMatch(frame -> frame.getMethodName().equals("leave")));
            holdAfter.set(NEVER);
            held.set(false);
        });
    }

    /** The first position that a later generation took in here. */
    long firstTakenIn() {
        return firstTakenIn.get();
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public Generation<TimelineStore> open(int number) {
        Generation<TimelineStore> opened = real.open(number);
        return new Generation<>(
                opened.store(),
                number == 1 ? new Living(opened.writer()) : new Braked(opened.writer()));
    }

    /** Writes as long as its node lives. */
    private class Living implements ProjectionWriter {

        private final ProjectionWriter writer;

        Living(ProjectionWriter writer) {
            this.writer = writer;
        }

        @Override
        public void apply(List<RecordedEvent> batch) {
            life.check();
            writer.apply(batch);
        }

        @Override
        public Contents contents() {
            return writer.contents();
        }

        @Override
        public void drop() {
            life.check();
            writer.drop();
        }
    }

    private final class Braked extends Living {

        Braked(ProjectionWriter writer) {
            super(writer);
        }

        @Override
        public void apply(List<RecordedEvent> batch) {
            if (batch.getFirst().position() > holdAfter.get()) {
                held.set(true);
            }
            while (held.get()) {
                Thread.onSpinWait();
            }
            if (broken.get()) {
                throw new IllegalStateException("as told");
            }
            LockSupport.parkNanos(slowness.toNanos());
            firstTakenIn.accumulateAndGet(batch.getFirst().position(), Math::min);
            super.apply(batch);
        }
    }
}
