package io.github.simplechat.loadtest.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A plain line now and then and one at the end, for log files. */
final class LineProgress implements Progress {

    static final Duration INTERVAL = Duration.ofSeconds(2);

    private final PrintStream out;
    private final Duration interval;

    LineProgress(PrintStream out, Duration interval) {
        this.out = out;
        this.interval = interval;
    }

    @Override
    public Task begin(String name, long total) {
        return new Lines(name, total);
    }

    private final class Lines implements Task {

        private final String name;
        private final long total;
        private final long begun = System.nanoTime();
        private final AtomicLong done = new AtomicLong();
        private final CountDownLatch over = new CountDownLatch(1);
        private final Thread thread;

        Lines(String name, long total) {
            this.name = name;
            this.total = total;
            this.thread = Thread.ofVirtual().start(this::run);
        }

        @Override
        public void step() {
            done.incrementAndGet();
        }

        @Override
        public void at(long now) {
            done.set(now);
        }

        @Override
        public void close() {
            over.countDown();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            print();
        }

        private void run() {
            try {
                while (!over.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                    print();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void print() {
            double seconds = (System.nanoTime() - begun) / 1e9;
            long now = done.get();
            out.printf("%s %d/%d (%.0f/s)%n", name, now, total, now / Math.max(seconds, 1e-3));
        }
    }
}
