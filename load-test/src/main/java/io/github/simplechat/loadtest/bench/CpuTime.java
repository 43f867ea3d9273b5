package io.github.simplechat.loadtest.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The processor time of processes and of all below them, from {@code /proc}. Children that have
 * ended count with the parent that has waited for them, so a server that starts a process for each
 * connection is counted whole.
 */
public final class CpuTime {

    private static final long MICROS_PER_TICK = 10_000;
    private static final int UTIME = 11;
    private static final int CSTIME = 14;

    private final Collection<Long> roots;

    /** Of the processes with these ids, and all below them. */
    public CpuTime(Collection<Long> roots) {
        this.roots = List.copyOf(roots);
    }

    /** So far, in microseconds; the kernel counts in steps of ten milliseconds for each process. */
    public long micros() {
        return roots.stream()
                        .flatMap(CpuTime::tree)
                        .distinct()
                        .mapToLong(pid -> ticks(Path.of("/proc", pid.toString(), "stat")))
                        .sum()
                * MICROS_PER_TICK;
    }

    private static Stream<Long> tree(long root) {
        return Stream.concat(
                Stream.of(root),
                ProcessHandle.of(root).stream()
                        .flatMap(ProcessHandle::descendants)
                        .map(ProcessHandle::pid));
    }

    private static long ticks(Path stat) {
        try {
            return ticks(Files.readString(stat));
        } catch (IOException e) {
            return 0; // it has ended, and its parent has its time
        }
    }

    /** The ticks in a line of {@code /proc/pid/stat}: its own and those of waited-for children. */
    static long ticks(String stat) {
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long sum = 0;
        for (int field = UTIME; field <= CSTIME; field++) {
            sum += Long.parseLong(afterName[field]);
        }
        return sum;
    }
}
