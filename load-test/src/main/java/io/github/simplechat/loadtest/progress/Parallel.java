package io.github.simplechat.loadtest.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Does the same for many, a bounded number at once, each on a virtual thread, with progress.
 *
 * @param atOnce how many at once
 */
public record Parallel(int atOnce, Progress progress) {

    /**
     * All results, in the order of the items. Each item is one step of the task.
     *
     * @throws RuntimeException the first one that stopped any of them, after all have ended
     */
    public <T, R> List<R> map(String name, List<T> items, Function<T, R> work) {
        try (Progress.Task task = progress.begin(name, items.size())) {
            return map(
                    items,
                    item -> {
                        R result = work.apply(item);
                        task.step();
                        return result;
                    });
        }
    }

    /** The same, unwatched. */
    public <T, R> List<R> map(List<T> items, Function<T, R> work) {
        Semaphore places = new Semaphore(atOnce);
        List<Future<R>> futures = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T item : items) {
                futures.add(
                        threads.submit(() -> {
                            places.acquire();
                            try {
                                return work.apply(item);
                            } finally {
                                places.release();
                            }
                        }));
            }
        }
        List<R> results = new ArrayList<>();
        for (Future<R> future : futures) {
            results.add(result(future));
        }
        return results;
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped", e);
        }
    }
}
