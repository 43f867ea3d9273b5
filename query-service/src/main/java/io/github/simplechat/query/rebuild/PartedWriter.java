package io.github.simplechat.query.rebuild;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.person.PersonErased;
import io.github.simplechat.query.platform.Contents;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Takes in the feeds of a large batch side by side, each in its order: a document is fed by one
 * feed. Only an erasure concerns what other feeds have fed; its batch is taken in as it is.
 */
final class PartedWriter implements ProjectionWriter {

    /** A smaller part is not worth its own round trips. */
    private static final int WORTH_IT = 200;

    private final ProjectionWriter writer;
    private final int workers;

    PartedWriter(ProjectionWriter writer, int workers) {
        this.writer = writer;
        this.workers = workers;
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        int parts = Math.min(workers, batch.size() / WORTH_IT);
        if (parts <= 1 || batch.stream().anyMatch(this::crosses)) {
            writer.apply(batch);
            return;
        }
        List<FutureTask<Void>> works = new ArrayList<>();
        for (List<RecordedEvent> part : parts(batch, parts)) {
            if (!part.isEmpty()) {
                FutureTask<Void> work = new FutureTask<>(() -> writer.apply(part), null);
                Thread.ofVirtual().name("projection-part").start(work);
                works.add(work);
            }
        }
        awaitAll(works);
    }

    private boolean crosses(RecordedEvent recorded) {
        return recorded.event() instanceof PersonErased;
    }

    private static List<List<RecordedEvent>> parts(List<RecordedEvent> batch, int count) {
        List<List<RecordedEvent>> parts = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            parts.add(new ArrayList<>(batch.size() / count * 2));
        }
        for (RecordedEvent recorded : batch) {
            int part = Math.floorMod(recorded.event().feedId().hashCode(), count);
            parts.get(part).add(recorded);
        }
        return parts;
    }

    /** Nobody writes any more when it returns or throws. */
    private static void awaitAll(List<FutureTask<Void>> works) {
        RuntimeException failure = null;
        boolean interrupted = false;
        for (FutureTask<Void> work : works) {
            boolean done = false;
            while (!done) {
                try {
                    work.get();
                    done = true;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    failure = asRuntime(e);
                    done = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static RuntimeException asRuntime(ExecutionException failed) {
        return failed.getCause() instanceof RuntimeException e
                ? e
                : new IllegalStateException(failed);
    }

    @Override
    public Contents contents() {
        return writer.contents();
    }

    @Override
    public void drop() {
        writer.drop();
    }

    @Override
    public void close() {
        writer.close();
    }
}
