package io.github.simplechat.query.rebuild;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.query.timeline.TimelineFixture;
import io.github.simplechat.query.timeline.TimelineStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The timeline, whose later generations can be held up or broken. */
final class BrakedTimeline implements Projection<TimelineStore> {

    private final Projection<TimelineStore> real;
    private final AtomicBoolean held = new AtomicBoolean();
    private final AtomicBoolean broken = new AtomicBoolean();

    BrakedTimeline(MongoTemplate mongo) {
        this.real = TimelineFixture.projection(mongo);
    }

    /** While true, no event is taken in. */
    AtomicBoolean held() {
        return held;
    }

    /** While true, every batch fails. */
    AtomicBoolean broken() {
        return broken;
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public Generation<TimelineStore> open(int number) {
        Generation<TimelineStore> opened = real.open(number);
        return number == 1 ? opened : new Generation<>(opened.store(), new Braked(opened.writer()));
    }

    private final class Braked implements ProjectionWriter {

        private final ProjectionWriter writer;

        Braked(ProjectionWriter writer) {
            this.writer = writer;
        }

        @Override
        public void apply(List<RecordedEvent> batch) {
            while (held.get()) {
                Thread.onSpinWait();
            }
            if (broken.get()) {
                throw new IllegalStateException("as told");
            }
            writer.apply(batch);
        }

        @Override
        public void drop() {
            writer.drop();
        }
    }
}
