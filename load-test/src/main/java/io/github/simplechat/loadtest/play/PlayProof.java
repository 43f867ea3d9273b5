package io.github.simplechat.loadtest.play;

import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.live.Listener;
import io.github.simplechat.loadtest.proof.Report;
import io.github.simplechat.loadtest.proof.Tally;
import java.time.Duration;
import java.util.List;

/** The checks over all rooms, in the order in which they are made, each reported as one line. */
final class PlayProof {

    private final List<StagedRoom> staged;
    private final Rooms rooms;
    private final Report report;
    private final RoomProof proof;
    private final UnreadProof unread;

    /**
     * Checks of these rooms.
     *
     * @param settle how long listeners and unread counts may lag behind
     */
    PlayProof(List<StagedRoom> staged, ApiClient api, Rooms rooms, Report report, Duration settle) {
        this.staged = staged;
        this.rooms = rooms;
        this.report = report;
        this.proof = new RoomProof(api, settle);
        this.unread = new UnreadProof(api, settle);
    }

    /** Plays all rooms. Every answer must be a yes with the number that the log asks for. */
    void played(RoomPlayer player) {
        long begun = System.nanoTime();
        Tally tally = rooms.sum("messages", messages(), staged, player::play);
        Figures figures = Figures.of(staged, (System.nanoTime() - begun) / 1e9);
        report.check("answers", figures.throughput(), tally);
    }

    /** History and changes. */
    void stored() {
        report.check(
                "history",
                "%,d messages in %d rooms, line by line".formatted(messages(), staged.size()),
                rooms.sum("history", staged, proof::history));
        long versions = staged.stream().mapToLong(room -> room.receipts().version() + 1).sum();
        report.check(
                "versions",
                "%,d changes in %d rooms".formatted(versions, staged.size()),
                rooms.sum("versions", staged, proof::versions));
    }

    /** What the listeners were shown, and how soon. */
    void heard() {
        listeners();
        Figures figures = Figures.of(staged, 0);
        report.figure("POST", Figures.millis(figures.post()));
        report.figure("POST to frame", Figures.millis(figures.frame()));
    }

    /** Unread counts, before and after read markers. */
    void read() {
        report.check(
                "unread",
                "listeners and some members",
                rooms.sum("unread", staged, unread::before));
        report.check(
                "read marker",
                "set in the middle of the room",
                rooms.sum("read markers", staged, unread::mark));
    }

    /** Unread counts with the markers that are set. */
    void readStill() {
        report.check("unread", "after the rebuild", rooms.sum("unread", staged, unread::after));
    }

    /** Sends everything again: no message, no change and no frame may come of it. */
    void sentAgain(RoomPlayer player) {
        report.check(
                "sent again",
                "every message with the key that it had",
                rooms.sum("messages again", messages(), staged, player::again));
        stored();
        listeners();
    }

    private void listeners() {
        List<Listener> all = staged.stream().flatMap(room -> room.listeners().stream()).toList();
        Tally tally = rooms.sum("listeners", staged, proof::listeners);
        report.check(
                "listeners",
                "%d saw %,d frames, reconnected %d times"
                        .formatted(
                                all.size(),
                                all.stream().mapToLong(one -> one.seen().count()).sum(),
                                all.stream().mapToLong(Listener::reconnects).sum()),
                tally);
    }

    private long messages() {
        return staged.stream().mapToLong(StagedRoom::messages).sum();
    }
}
