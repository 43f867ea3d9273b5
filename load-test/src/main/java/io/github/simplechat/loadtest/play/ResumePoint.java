package io.github.simplechat.loadtest.play;

import io.github.simplechat.loadtest.api.RoomQueries.Change;
import io.github.simplechat.loadtest.plan.Persona;
import io.github.simplechat.loadtest.plan.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far an earlier run came, told from the room's own changes. Pure.
 *
 * <p>Steps before {@code step} have happened. Their messages may be sent again, because their keys
 * make that harmless; their joins and leaves must not be repeated, because they would undo what
 * came later.
 *
 * @param step the first step that has not happened
 * @param stored how many messages the room holds
 */
record ResumePoint(int step, long stored) {

    /**
     * Matches changes with steps. Every step is one event, so the events of an undisturbed room are
     * the first steps, in order. If they are not, only the number of stored messages counts, and
     * the proof will say what is wrong.
     */
    static ResumePoint find(List<Step> steps, Map<Persona, String> ids, List<Change> changes) {
        Set<String> people = new HashSet<>(ids.values());
        int step = 0;
        long stored = 0;
        boolean faithful = true;
        for (Change change : changes) {
            stored += change.type().equals("room.msg.new") ? 1 : 0;
            if (!isStep(change.type()) || !people.contains(change.actorId())) {
                continue;
            }
            faithful &= step < steps.size() && matches(steps.get(step), ids, change);
            step += faithful ? 1 : 0;
        }
        return new ResumePoint(faithful ? step : afterMessage(steps, stored), stored);
    }

    private static boolean isStep(String type) {
        return switch (type) {
            case "room.msg.new", "room.person.in", "room.person.out" -> true;
            default -> false;
        };
    }

    private static boolean matches(Step step, Map<Persona, String> ids, Change change) {
        String type =
                switch (step) {
                    case Step.Joins joins -> "room.person.in";
                    case Step.Leaves leaves -> "room.person.out";
                    case Step.Says says -> "room.msg.new";
                };
        return type.equals(change.type()) && change.actorId().equals(ids.get(step.who()));
    }

    private static int afterMessage(List<Step> steps, long stored) {
        int after = 0;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Step.Says says && says.seq() <= stored) {
                after = i + 1;
            }
        }
        return after;
    }
}
