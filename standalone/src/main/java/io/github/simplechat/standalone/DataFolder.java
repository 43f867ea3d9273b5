package io.github.simplechat.standalone;

import io.github.simplechat.platform.startup.CannotStart;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The folder that everything is kept in, held by one process at a time. */
final class DataFolder implements AutoCloseable {

    /** How long a process that is just ending may still hold it. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path path;
    private final FileLock lock;

    private DataFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    static DataFolder open(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel file =
                    FileChannel.open(
                            path.resolve("in-use.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            return new DataFolder(path, lock(path, file));
        } catch (IOException e) {
            throw new CannotStart(
                    "the data folder %s cannot be written; make it writable or name another one in CHAT_DATA_FOLDER."
                            .formatted(path),
                    e);
        }
    }

    private static FileLock lock(Path path, FileChannel file) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            @Nullable FileLock lock = file.tryLock();
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStart(
                        "the data folder %s is in use by another process; stop it or name another folder in CHAT_DATA_FOLDER."
                                .formatted(path));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the data folder.", e);
        }
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path search() {
        return path.resolve("search");
    }

    Path redis() {
        return path.resolve("redis");
    }

    @Override
    public void close() {
        try {
            lock.channel().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
