package io.github.simplechat.loadtest.fake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A room in memory, by the rules of the contract, with the faults that are switched on. */
final class FakeRoom {

    private static final int FAULTY = 5;

    record Message(long seq, long version, String authorId, String text) {}

    record Change(long version, String type, String actorId, long seq) {}

    record Sent(long seq, long version, boolean replayed) {}

    final String id;
    private final Set<Fault> faults;
    private final List<Message> messages = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Long> seqAtJoin = new LinkedHashMap<>();
    private final Map<String, Long> readSeq = new HashMap<>();
    private final Map<String, Sent> byKey = new HashMap<>();
    private final List<Consumer<Change>> listeners = new ArrayList<>();
    private boolean rebuilding;

    FakeRoom(String id, Set<Fault> faults, String owner) {
        this.id = id;
        this.faults = faults;
        record("room.created", owner, -1);
        join(owner);
    }

    synchronized long join(String userId) {
        if (seqAtJoin.putIfAbsent(userId, lastSeq()) == null) {
            readSeq.merge(userId, lastSeq(), Math::max);
            record("room.person.in", userId, -1);
        }
        return version();
    }

    synchronized long leave(String userId) {
        if (seqAtJoin.remove(userId) != null) {
            record("room.person.out", userId, -1);
        }
        return version();
    }

    synchronized boolean isMember(String userId) {
        return seqAtJoin.containsKey(userId);
    }

    /** The answer of an earlier send with that key, or null. */
    synchronized Sent known(String userId, String key) {
        Sent before = faults.contains(Fault.FORGET_KEYS) ? null : byKey.get(userId + key);
        if (before != null && faults.contains(Fault.LIE_ABOUT_KEYS)) {
            store(userId, "again");
        }
        return before == null ? null : new Sent(before.seq(), before.version(), true);
    }

    synchronized Sent send(String userId, String text, String key) {
        boolean faulty = lastSeq() + 1 == FAULTY;
        if (faulty && faults.contains(Fault.LOSE_MESSAGE)) {
            return new Sent(FAULTY, version() + 1, false);
        }
        Sent sent = store(userId, text);
        if (faulty && faults.contains(Fault.DOUBLE_MESSAGE)) {
            store(userId, text);
        }
        byKey.put(userId + key, sent);
        return sent;
    }

    synchronized void markRead(String userId, long seq) {
        if (!faults.contains(Fault.MARKER_IGNORED)) {
            readSeq.merge(userId, seq, Math::max);
        }
    }

    synchronized void rebuild(boolean running) {
        rebuilding = running;
    }

    synchronized long version() {
        return changes.size() - 1L;
    }

    synchronized long lastSeq() {
        return messages.size();
    }

    synchronized long readSeq(String userId) {
        return readSeq.getOrDefault(userId, 0L);
    }

    synchronized long unread(String userId) {
        return lastSeq() - readSeq(userId) + (faults.contains(Fault.UNREAD_OFF_BY_ONE) ? 1 : 0);
    }

    synchronized List<Message> history() {
        List<Message> shown = new ArrayList<>(messages);
        if (rebuilding && faults.contains(Fault.REBUILD_HIDES)) {
            return shown.subList(0, shown.size() / 2);
        }
        if (shown.size() > FAULTY) {
            Message one = shown.get(FAULTY);
            spoil(shown, Fault.HISTORY_LOSES, Fault.HISTORY_DOUBLES, Fault.HISTORY_REORDERS);
            if (faults.contains(Fault.HISTORY_CHANGES_AUTHOR)) {
                shown.set(FAULTY, new Message(one.seq(), one.version(), "somebody", one.text()));
            }
            if (faults.contains(Fault.HISTORY_SKIPS_SEQ)) {
                Message last = shown.removeLast();
                shown.add(
                        new Message(last.seq() + 1, last.version(), last.authorId(), last.text()));
            }
        }
        return shown;
    }

    synchronized List<Change> changes() {
        List<Change> shown = new ArrayList<>(changes);
        if (shown.size() > FAULTY + 1) {
            spoil(shown, Fault.CHANGES_LOSE, Fault.CHANGES_DOUBLE, Fault.CHANGES_REORDER);
        }
        return shown;
    }

    synchronized void loseForGood() {
        messages.remove(FAULTY);
    }

    /** Tells the changes after {@code since} and then every new one, in order. */
    synchronized void listen(long since, Consumer<Change> listener) {
        changes.stream().filter(change -> change.version() > since).forEach(listener);
        listeners.add(listener);
    }

    synchronized void forget(Consumer<Change> listener) {
        listeners.remove(listener);
    }

    private Sent store(String userId, String text) {
        long seq = lastSeq() + 1;
        String kept =
                faults.contains(Fault.HISTORY_CHANGES_TEXT)
                        ? text.toUpperCase(java.util.Locale.ROOT)
                        : Normalizer.normalize(text, Normalizer.Form.NFC);
        messages.add(new Message(seq, changes.size(), userId, kept));
        readSeq.merge(userId, seq, Math::max);
        record("room.msg.new", userId, seq);
        return new Sent(seq, version(), false);
    }

    private void record(String type, String actorId, long seq) {
        Change change = new Change(changes.size(), type, actorId, seq);
        changes.add(change);
        List.copyOf(listeners).forEach(listener -> listener.accept(change));
    }

    private <T> void spoil(List<T> shown, Fault lose, Fault twice, Fault swap) {
        if (faults.contains(lose)) {
            shown.remove(FAULTY);
        }
        if (faults.contains(twice)) {
            shown.add(FAULTY, shown.get(FAULTY));
        }
        if (faults.contains(swap)) {
            Collections.swap(shown, FAULTY, FAULTY + 1);
        }
    }
}
