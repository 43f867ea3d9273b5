package io.github.simplechat.loadtest.bench;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Which processor cores this process runs on; what it starts from then on begins there too. */
public final class Cores {

    private Cores() {}

    /** Keeps all threads of this process on one core. */
    public static void pin(int core) {
        try {
            Process taskset =
                    new ProcessBuilder(
                                    "taskset",
                                    "-a",
                                    "-c",
                                    "-p",
                                    Integer.toString(core),
                                    Long.toString(ProcessHandle.current().pid()))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (taskset.waitFor() != 0) {
                throw new IllegalStateException("taskset cannot keep a process on core " + core);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("needs taskset of util-linux", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
