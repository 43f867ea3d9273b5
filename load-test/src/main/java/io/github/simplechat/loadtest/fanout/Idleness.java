package io.github.simplechat.loadtest.fanout;

import io.github.simplechat.loadtest.bench.CpuTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a server needs for connections on which nothing happens but heartbeats. */
final class Idleness {

    private static final int ALREADY_THERE = 200;
    private static final int COLLECTIONS = 3;
    private static final long BYTES_PER_KIB = 1_024;

    /** A compiler that is still at work on what joining needed is not idle. */
    private static final Duration SETTLING = Duration.ofSeconds(60);

    private final Peer peer;
    private final Stage stage;

    /**
     * What one connection needs.
     *
     * @param bytes resident memory
     * @param cpuMicrosPerSecond processor time
     */
    record Need(double bytes, double cpuMicrosPerSecond) {}

    Idleness(Peer peer, Stage stage) {
        this.peer = peer;
        this.stage = stage;
    }

    /** Opens so many connections, leaves them alone for a while, and closes them. */
    Need of(int connections, Duration quiet) {
        try (Audience audience = new Audience()) {
            join(audience, ALREADY_THERE); // what is made once is not the connections'
            collect();
            long before = residentBytes();
            join(audience, connections);
            rest(audience, SETTLING);
            CpuTime cpu = new CpuTime(List.of(peer.livePid()));
            long cpuBefore = cpu.micros();
            rest(audience, quiet);
            double micros = (cpu.micros() - cpuBefore) / (double) quiet.toSeconds();
            collect();
            return new Need(
                    (residentBytes() - before) / (double) connections,
                    micros / (connections + ALREADY_THERE));
        } catch (IOException e) {
            throw new UncheckedIOException(peer.name(), e);
        }
    }

    private void join(Audience audience, int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            audience.join(peer, stage.token(i), stage.room(0), _ -> {});
            audience.listen(0);
        }
    }

    private static void rest(Audience audience, Duration quiet) throws IOException {
        long end = System.nanoTime() + quiet.toNanos();
        while (System.nanoTime() < end) {
            audience.listen(TimeUnit.SECONDS.toMillis(1));
        }
    }

    private long residentBytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + peer.livePid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    * BYTES_PER_KIB;
        }
    }

    /** What is garbage goes back to the system, on whichever side. */
    private void collect() throws IOException {
        String pid = Long.toString(peer.livePid());
        List<String> command =
                peer.isOurs()
                        ? List.of(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                pid,
                                "GC.run")
                        : List.of("kill", "-USR2", pid);
        try {
            for (int i = 0; i < COLLECTIONS; i++) {
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
