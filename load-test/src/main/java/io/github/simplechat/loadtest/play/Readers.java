package io.github.simplechat.loadtest.play;

import io.github.simplechat.loadtest.api.Account;
import io.github.simplechat.loadtest.live.Listener;
import io.github.simplechat.loadtest.plan.Persona;
import io.github.simplechat.loadtest.plan.RoomPlan.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The people of a room whose unread counts are proved: the listeners and some members. */
final class Readers {

    private static final int MEMBERS = 5;

    private Readers() {}

    /**
     * One of them.
     *
     * @param readSeq up to where they have read without a marker
     * @param marks whether they will set a read marker
     */
    record Reader(Account account, long readSeq, boolean marks) {

        /** Up to where they have read with a marker at {@code seq}. */
        long readSeqWith(long seq) {
            return marks ? Math.max(readSeq, seq) : readSeq;
        }
    }

    /**
     * The listeners and up to five members, spread over the log; one of each kind will mark.
     *
     * @param seqsAtJoin by user id; of listeners the log knows nothing
     */
    static List<Reader> of(StagedRoom room, Map<String, Long> seqsAtJoin) {
        List<Reader> readers = new ArrayList<>();
        for (Listener listener : room.listeners()) {
            Account account = listener.account();
            readers.add(
                    new Reader(
                            account,
                            seqsAtJoin.getOrDefault(account.userId(), 0L),
                            readers.isEmpty()));
        }
        List<Map.Entry<Persona, Standing>> members =
                List.copyOf(room.plan().standings().entrySet());
        int stride = Math.max(1, members.size() / MEMBERS);
        long marker = marker(room);
        boolean marked = false;
        for (int i = 0; i < members.size() && i / stride < MEMBERS; i += stride) {
            long readSeq = members.get(i).getValue().readSeq();
            boolean marks = !marked && readSeq < marker;
            marked |= marks;
            readers.add(new Reader(room.account(members.get(i).getKey()), readSeq, marks));
        }
        return readers;
    }

    /** Where the read marker is set: in the middle. */
    static long marker(StagedRoom room) {
        return Math.max(1, room.messages() / 2);
    }
}
