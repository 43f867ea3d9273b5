package io.github.simplechat.loadtest.play;

import io.github.simplechat.loadtest.api.ApiFailure;
import io.github.simplechat.loadtest.progress.Progress;
import io.github.simplechat.loadtest.proof.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Does the same for many, a bounded number at once, on virtual threads.
 *
 * @param atOnce how many at once
 */
record Rooms(int atOnce, Progress progress) {

    /**
     * All results, in the order of the items.
     *
     * @throws ApiFailure the first one that stopped any of them
     */
    <T, R> List<R> map(List<T> items, Function<T, R> work) {
        Semaphore places = new Semaphore(atOnce);
        List<Future<R>> futures = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T item : items) {
                futures.add(
                        threads.submit(
                                () -> {
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

    /** The sum over all rooms, each one step of the task. */
    Tally sum(String name, List<StagedRoom> rooms, Function<StagedRoom, Tally> work) {
        return sum(
                name,
                rooms.size(),
                rooms,
                (room, task) -> {
                    Tally tally = work.apply(room);
                    task.step();
                    return tally;
                });
    }

    /** The sum over all rooms. A room whose work was stopped counts as wrong. */
    Tally sum(
            String name,
            long total,
            List<StagedRoom> rooms,
            BiFunction<StagedRoom, Progress.Task, Tally> work) {
        try (Progress.Task task = progress.begin(name, total)) {
            return sum(rooms, room -> work.apply(room, task));
        }
    }

    private Tally sum(List<StagedRoom> rooms, Function<StagedRoom, Tally> work) {
        return map(
                        rooms,
                        room -> {
                            try {
                                return work.apply(room).of(room.plan().name());
                            } catch (ApiFailure e) {
                                return Tally.wrong(e.sentence()).of(room.plan().name());
                            }
                        })
                .stream()
                .reduce(Tally.CLEAN, Tally::plus);
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
