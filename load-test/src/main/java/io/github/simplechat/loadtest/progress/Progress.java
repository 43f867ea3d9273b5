package io.github.simplechat.loadtest.progress;

import java.io.PrintStream;

/** Tells on standard error how far a task is: a bar on a terminal, else a line every 2 seconds. */
public interface Progress {

    /** A task of {@code total} units begins. Close it when it ends, also when it fails. */
    Task begin(String name, long total);

    /** A task under way. Thread-safe. */
    interface Task extends AutoCloseable {

        /** One more unit is done. */
        void step();

        /** That many units are done in all. */
        void at(long done);

        @Override
        void close();
    }

    /** What suits that stream. */
    static Progress on(PrintStream out, boolean terminal) {
        return terminal ? new BarProgress(out) : new LineProgress(out, LineProgress.INTERVAL);
    }

    /** Says nothing. */
    static Progress silent() {
        return (name, total) ->
                new Task() {
                    @Override
                    public void step() {}

                    @Override
                    public void at(long done) {}

                    @Override
                    public void close() {}
                };
    }
}
