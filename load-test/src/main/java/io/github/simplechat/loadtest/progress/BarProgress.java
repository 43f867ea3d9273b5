package io.github.simplechat.loadtest.progress;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that moves, for people at a terminal. */
final class BarProgress implements Progress {

    private static final int WIDTH = 100;
    private static final int UPDATE_MILLIS = 200;

    private final PrintStream out;

    BarProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public Task begin(String name, long total) {
        return new Bar(
                new ProgressBarBuilder()
                        .setTaskName(name)
                        .setInitialMax(total)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(UPDATE_MILLIS)
                        .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
                        .showSpeed()
                        .build());
    }

    private record Bar(ProgressBar bar) implements Task {

        @Override
        public void step() {
            bar.step();
        }

        @Override
        public void at(long done) {
            bar.stepTo(done);
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
