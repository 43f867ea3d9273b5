package io.github.simplechat.loadtest.play;

import io.github.simplechat.loadtest.api.Account;
import io.github.simplechat.loadtest.api.Answer;
import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.RoomCommands;
import io.github.simplechat.loadtest.plan.Step;
import io.github.simplechat.loadtest.progress.Progress;
import io.github.simplechat.loadtest.proof.Tally;
import java.util.List;

/** Plays rooms: one step after the other, because a room has one order. */
final class RoomPlayer {

    private final RoomCommands commands;
    private final double speed;

    RoomPlayer(ApiClient api, double speed) {
        this.commands = new RoomCommands(api);
        this.speed = speed;
    }

    /** Plays a room to its end. What an earlier run did is only sent again, not done again. */
    Tally play(StagedRoom room, Progress.Task task) {
        Receipts receipts = room.receipts();
        Pace pace = new Pace(speed);
        List<Step> steps = room.plan().steps();
        for (int i = 0; i < steps.size(); i++) {
            boolean done = i < room.resume().step();
            switch (steps.get(i)) {
                case Step.Joins joins when done -> {}
                case Step.Leaves leaves when done -> {}
                case Step.Joins joins ->
                        receipts.version(commands.join(room.account(joins.who()), room.roomId()));
                case Step.Leaves leaves ->
                        receipts.version(commands.leave(room.account(leaves.who()), room.roomId()));
                case Step.Says says -> {
                    if (!done) {
                        pace.await(says);
                    }
                    Answer answer = send(room, says);
                    receipts.answered(says, answer, System.nanoTime());
                    if (done && !answer.replayed()) {
                        receipts.trouble(
                                "line %d was there, but its key is not known"
                                        .formatted(says.line()));
                    }
                    task.step();
                }
            }
        }
        return receipts.trouble();
    }

    /** Sends every message once more. Nothing may come of it. */
    Tally again(StagedRoom room, Progress.Task task) {
        Tally tally = Tally.CLEAN;
        for (Step.Says says : room.plan().messages()) {
            Answer answer = send(room, says);
            if (!answer.ok()) {
                tally =
                        tally.plus(
                                Tally.wrong(
                                        "line %d sent again is refused with %d %s"
                                                .formatted(
                                                        says.line(),
                                                        answer.status(),
                                                        answer.body().path("code").asString(""))));
            } else if (!answer.replayed() || answer.number("seq") != says.seq()) {
                tally =
                        tally.plus(
                                new Tally(
                                        0,
                                        answer.number("seq") == says.seq() ? 0 : 1,
                                        0,
                                        List.of(
                                                "line %d sent again is answered with seq %d, replayed=%s"
                                                        .formatted(
                                                                says.line(),
                                                                answer.number("seq"),
                                                                answer.replayed()))));
            }
            task.step();
        }
        return tally;
    }

    private Answer send(StagedRoom room, Step.Says says) {
        Account who = room.account(says.who());
        return commands.trySend(who, room.roomId(), says.text(), says.key());
    }
}
