package io.github.simplechat.loadtest.fanout;

import io.github.simplechat.loadtest.bench.Medians;
import io.github.simplechat.loadtest.bench.OpenLoop;
import io.github.simplechat.loadtest.bench.Table;
import io.github.simplechat.loadtest.bench.Turns;
import io.github.simplechat.loadtest.fanout.PostToFrame.Times;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/** How long frames take after their posts at each server. */
record PostToFrameReport(
        List<Peer> peers, URI api, int rooms, int listeners, int rate, int seconds, int rounds)
        implements Report {

    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public Table measure() throws IOException {
        Table table =
                new Table(
                        "server",
                        "answer to frame p50",
                        "p99",
                        "post to frame p50",
                        "p99",
                        "post to answer p50",
                        "p99");
        List<List<Times>> times = times();
        for (int i = 0; i < peers.size(); i++) {
            List<Times> all = times.get(i);
            table.row(
                    peers.get(i).name(),
                    millis(all, Times::answerToFrame, 50),
                    millis(all, Times::answerToFrame, 99),
                    millis(all, Times::postToFrame, 50),
                    millis(all, Times::postToFrame, 99),
                    millis(all, Times::postToAnswer, 50),
                    millis(all, Times::postToAnswer, 99));
        }
        return table;
    }

    /** Those of each server, of all rounds. */
    private List<List<Times>> times() throws IOException {
        List<Stage> stages = peers.stream().map(_ -> Stage.set(api, rooms)).toList();
        List<List<Times>> times =
                peers.stream().map(_ -> (List<Times>) new ArrayList<Times>()).toList();
        try (Audience audience = new Audience()) {
            List<PostToFrame> posts = new ArrayList<>();
            for (int i = 0; i < peers.size(); i++) {
                posts.add(new PostToFrame(peers.get(i), stages.get(i), listeners, audience));
            }
            posts.forEach(one -> one.run(new OpenLoop(rate, 2 * seconds))); // for the compilers
            for (int round = 0; round < rounds; round++) {
                for (int side : Turns.order(round, peers.size())) {
                    times.get(side).add(posts.get(side).run(new OpenLoop(rate, seconds)));
                }
            }
        }
        return times;
    }

    private static String millis(
            List<Times> all, Function<Times, Histogram> which, double percentile) {
        double nanos =
                Medians.of(all, times -> which.apply(times).getValueAtPercentile(percentile));
        return "%.1f ms".formatted(nanos / NANOS_PER_MILLI);
    }

    @Override
    public String headline() {
        return "%d posts a second, %d rooms with %d listeners each, %d s, medians of %d rounds"
                .formatted(rate, rooms, listeners, seconds, rounds);
    }
}
