package io.github.simplechat.loadtest.play;

import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.RoomCommands;
import io.github.simplechat.loadtest.api.RoomQueries;
import io.github.simplechat.loadtest.api.RoomQueries.Mine;
import io.github.simplechat.loadtest.play.Readers.Reader;
import io.github.simplechat.loadtest.proof.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Unread counts equal what the log says: {@code readSeq} is the furthest of read marker, seq at
 * join and own last message; {@code unread = lastSeq − readSeq}, for no message was deleted.
 */
final class UnreadProof {

    private final RoomQueries queries;
    private final RoomCommands commands;
    private final RoomProof proof;
    private final Duration settle;
    private final Map<String, List<Reader>> readers = new ConcurrentHashMap<>();

    /**
     * Looks through that API.
     *
     * @param settle how long the counts may lag behind
     */
    UnreadProof(ApiClient api, Duration settle) {
        this.queries = new RoomQueries(api);
        this.commands = new RoomCommands(api);
        this.proof = new RoomProof(api, settle);
        this.settle = settle;
    }

    /** Before this run has set a marker. A marker of an earlier run may already be there. */
    Tally before(StagedRoom room) {
        boolean playedBefore = room.resume().stored() > 0;
        long marker = Readers.marker(room);
        return check(
                room,
                reader ->
                        playedBefore
                                ? new TreeSet<>(
                                        List.of(reader.readSeq(), reader.readSeqWith(marker)))
                                : Set.of(reader.readSeq()));
    }

    /** Sets the markers and checks again. */
    Tally mark(StagedRoom room) {
        for (Reader reader : readers(room)) {
            if (reader.marks()) {
                commands.markRead(reader.account(), room.roomId(), Readers.marker(room));
            }
        }
        return after(room);
    }

    /** With the markers set. */
    Tally after(StagedRoom room) {
        long marker = Readers.marker(room);
        return check(room, reader -> Set.of(reader.readSeqWith(marker)));
    }

    /** Read once: nobody joins after the play. */
    private List<Reader> readers(StagedRoom room) {
        return readers.computeIfAbsent(
                room.roomId(), id -> Readers.of(room, proof.seqsAtJoin(room)));
    }

    private Tally check(StagedRoom room, Wanted wanted) {
        List<Tally> tallies = new ArrayList<>();
        Deadline deadline = Deadline.in(settle);
        for (Reader reader : readers(room)) {
            Set<Long> readSeqs = wanted.readSeqs(reader);
            tallies.add(deadline.latest(() -> compare(room, reader, readSeqs), Tally::clean));
        }
        return tallies.stream().reduce(Tally.CLEAN, Tally::plus);
    }

    private Tally compare(StagedRoom room, Reader reader, Set<Long> readSeqs) {
        long last = room.messages();
        String who = reader.account().persona().displayName();
        for (Mine mine : queries.mine(reader.account())) {
            if (mine.roomId().equals(room.roomId())) {
                boolean right =
                        mine.lastSeq() == last
                                && readSeqs.contains(mine.readSeq())
                                && mine.unread() == last - mine.readSeq();
                return right
                        ? Tally.CLEAN
                        : Tally.wrong(
                                "%s has lastSeq %d, readSeq %d, unread %d; the log says %d, %s, %s"
                                        .formatted(
                                                who,
                                                mine.lastSeq(),
                                                mine.readSeq(),
                                                mine.unread(),
                                                last,
                                                either(readSeqs, 0),
                                                either(readSeqs, last)));
            }
        }
        return Tally.wrong(who + " does not have the room in their list");
    }

    /** The numbers, or what is left of {@code from} after them. */
    private static String either(Set<Long> numbers, long from) {
        return numbers.stream()
                .map(number -> from == 0 ? number : from - number)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(" or "));
    }

    @FunctionalInterface
    private interface Wanted {

        Set<Long> readSeqs(Reader reader);
    }
}
