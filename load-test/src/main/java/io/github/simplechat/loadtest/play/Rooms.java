package io.github.simplechat.loadtest.play;

import io.github.simplechat.loadtest.api.ApiFailure;
import io.github.simplechat.loadtest.progress.Parallel;
import io.github.simplechat.loadtest.progress.Progress;
import io.github.simplechat.loadtest.proof.Tally;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Does something in many rooms and adds up what is wrong. */
record Rooms(Parallel parallel) {

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
        try (Progress.Task task = parallel.progress().begin(name, total)) {
            return parallel.map(rooms, room -> named(room, task, work)).stream()
                    .reduce(Tally.CLEAN, Tally::plus);
        }
    }

    private static Tally named(
            StagedRoom room,
            Progress.Task task,
            BiFunction<StagedRoom, Progress.Task, Tally> work) {
        try {
            return work.apply(room, task).of(room.plan().name());
        } catch (ApiFailure e) {
            return Tally.wrong(e.sentence()).of(room.plan().name());
        }
    }
}
