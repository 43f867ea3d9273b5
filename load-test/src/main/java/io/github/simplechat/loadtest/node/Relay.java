package io.github.simplechat.loadtest.node;

import io.github.simplechat.loadtest.bench.CpuTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/** A relay as a process of its own, which keeps its port when it is started again. */
public final class Relay implements AutoCloseable {

    private final NodeProcess.Plan plan;
    private final int port;
    private NodeProcess process;

    /** Starts it. */
    Relay(NodeProcess.Plan plan, int port) {
        this.plan = plan;
        this.port = port;
        this.process = plan.start();
    }

    /** Where its live feed is. */
    public int port() {
        return port;
    }

    /** The processor time of the process that it is now, in microseconds. */
    public long micros() {
        return new CpuTime(List.of(process.pid())).micros();
    }

    /** Whether it has logged this text since it serves. */
    public boolean hasLogged(String text) {
        try (Stream<String> lines = Files.lines(plan.log())) {
            return lines.anyMatch(line -> line.contains(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a crash would. */
    public void kill() {
        process.kill();
    }

    /** Starts it after it was killed, and returns when it serves. */
    public void startAgain() {
        process = plan.start();
    }

    @Override
    public void close() {
        process.close(); // which does nothing when it has ended already
    }
}
