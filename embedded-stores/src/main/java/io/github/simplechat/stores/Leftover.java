package io.github.simplechat.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that outlived the process that had started it. */
final class Leftover {

    private static final Logger log = LoggerFactory.getLogger(Leftover.class);
    private static final long PATIENCE_SECONDS = 10;

    private Leftover() {}

    /**
     * Stops the process that a pid file names, when it is still alive and is what we think it is.
     *
     * @param pidFile whose first line is a process id
     * @param program what the process's command must contain
     */
    static void stop(Path pidFile, String program) {
        read(pidFile)
                .flatMap(ProcessHandle::of)
                .filter(process -> process.info().command().orElse("").contains(program))
                .ifPresent(Leftover::end);
    }

    private static Optional<Long> read(Path pidFile) {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(pidFile).stream()
                    .findFirst()
                    .map(String::strip)
                    .map(Long::valueOf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void end(ProcessHandle process) {
        log.info("Stopping process {}, left behind by a killed one", process.pid());
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
