package io.github.simplechat.loadtest.play;

import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.RoomQueries;
import io.github.simplechat.loadtest.api.RoomQueries.Change;
import io.github.simplechat.loadtest.live.Listener;
import io.github.simplechat.loadtest.proof.HistoryDiff;
import io.github.simplechat.loadtest.proof.HistoryDiff.Expected;
import io.github.simplechat.loadtest.proof.Tally;
import io.github.simplechat.loadtest.proof.VersionDiff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has to be true of one room after the play, as its members see it. */
final class RoomProof {

    private final RoomQueries queries;
    private final Duration settle;

    /**
     * Looks through that API.
     *
     * @param settle how long the last frames may take
     */
    RoomProof(ApiClient api, Duration settle) {
        this.queries = new RoomQueries(api);
        this.settle = settle;
    }

    /** History equals the log: author, text, order, and numbers from 1 without a hole. */
    Tally history(StagedRoom room) {
        List<Expected> expected =
                room.plan().messages().stream()
                        .map(says ->
                                new Expected(
                                        says.line(),
                                        room.account(says.who()).userId(),
                                        says.text()))
                        .toList();
        return HistoryDiff.compare(
                expected,
                queries.history(room.operator(), room.roomId(), room.receipts().version()));
    }

    /** The changes are the versions 0 to the last one acknowledged, and hold every message. */
    Tally versions(StagedRoom room) {
        long last = room.receipts().version();
        List<Change> changes = queries.changes(room.operator(), room.roomId(), last);
        Tally versions =
                VersionDiff.compare(0, last, changes.stream().mapToLong(Change::version).toArray());
        long messages = changes.stream().filter(RoomProof::isMessage).count();
        return messages == room.messages()
                ? versions
                : versions.plus(
                        Tally.wrong(
                                "changes hold %d messages, the log %d"
                                        .formatted(messages, room.messages())));
    }

    /** Every listener was shown every version since its connection once and in order. */
    Tally listeners(StagedRoom room) {
        long last = room.receipts().version();
        Deadline deadline = Deadline.in(settle);
        List<Tally> tallies = new ArrayList<>();
        for (Listener listener : room.listeners()) {
            deadline.until(() -> complete(listener, last));
            Tally tally =
                    VersionDiff.compare(
                            listener.seen().start() + 1, last, listener.seen().versions());
            String name = listener.account().persona().displayName();
            tallies.add(
                    tally.of(
                            listener.trouble() == null
                                    ? name
                                    : name + " (" + listener.trouble() + ")"));
        }
        return tallies.stream().reduce(Tally.CLEAN, Tally::plus);
    }

    /** The seq that the room had when each person joined last, by their id. */
    Map<String, Long> seqsAtJoin(StagedRoom room) {
        long seq = 0;
        Map<String, Long> atJoin = new HashMap<>();
        for (Change change :
                queries.changes(room.operator(), room.roomId(), room.receipts().version())) {
            seq += isMessage(change) ? 1 : 0;
            if (change.type().equals("room.person.in")) {
                atJoin.put(change.actorId(), seq);
            }
        }
        return atJoin;
    }

    private static boolean complete(Listener listener, long last) {
        return listener.seen().count() >= last - listener.seen().start();
    }

    private static boolean isMessage(Change change) {
        return change.type().equals("room.msg.new");
    }
}
