package io.github.simplechat.loadtest.proof;

import io.github.simplechat.loadtest.api.RoomQueries.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares a history with the messages that were sent, line by line: author, text, order and
 * number. Pure. Equal exactly if the tally is clean.
 */
public final class HistoryDiff {

    private static final int SHOWN_TEXT = 40;

    private HistoryDiff() {}

    /**
     * A message that had to be stored.
     *
     * @param line where the log has it
     */
    public record Expected(int line, String authorId, String text) {}

    private record Content(String authorId, String text) {}

    /**
     * Compares. Each shown message is taken for the expected one of its number if both say the
     * same, else for the first one left over that says the same.
     */
    public static Tally compare(List<Expected> expected, List<Entry> shown) {
        long[] taken = new long[shown.size()];
        Arrays.fill(taken, 0);
        boolean[] used = new boolean[expected.size()];
        for (int i = 0; i < taken.length; i++) {
            Entry entry = shown.get(i);
            int place = (int) entry.seq() - 1;
            if (place >= 0
                    && place < used.length
                    && !used[place]
                    && content(expected.get(place)).equals(content(entry))) {
                used[place] = true;
                taken[i] = entry.seq();
            }
        }
        takeRest(expected, shown, taken, used);
        Tally order = SequenceDiff.compare("message", 1, expected.size(), taken);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < taken.length && differences.size() < Tally.SHOWN; i++) {
            if (shown.get(i).seq() != i + 1) {
                differences.add("seq %d stands at place %d".formatted(shown.get(i).seq(), i + 1));
            } else if (taken[i] != i + 1) {
                differences.add(difference(expected, shown.get(i), i));
            }
        }
        return new Tally(order.lost(), order.doubled(), order.disordered(), differences)
                .plus(new Tally(0, 0, 0, order.differences()));
    }

    private static void takeRest(
            List<Expected> expected, List<Entry> shown, long[] taken, boolean[] used) {
        Map<Content, Deque<Integer>> left = new HashMap<>();
        for (int i = 0; i < used.length; i++) {
            if (!used[i]) {
                left.computeIfAbsent(content(expected.get(i)), content -> new ArrayDeque<>())
                        .add(i + 1);
            }
        }
        for (int i = 0; i < taken.length; i++) {
            Deque<Integer> places = taken[i] > 0 ? null : left.get(content(shown.get(i)));
            if (places != null && !places.isEmpty()) {
                taken[i] = places.removeFirst();
            }
        }
    }

    private static String difference(List<Expected> expected, Entry entry, int place) {
        if (place >= expected.size()) {
            return "seq %d shows “%s”, which the log does not have there"
                    .formatted(entry.seq(), cut(entry.text()));
        }
        Expected wanted = expected.get(place);
        return "seq %d (line %d) shows “%s” by %s, the log has “%s” by %s"
                .formatted(
                        entry.seq(),
                        wanted.line(),
                        cut(entry.text()),
                        entry.authorId(),
                        cut(wanted.text()),
                        wanted.authorId());
    }

    private static Content content(Expected expected) {
        return new Content(expected.authorId(), expected.text());
    }

    private static Content content(Entry entry) {
        return new Content(entry.authorId(), entry.text());
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN_TEXT)) + "…";
    }
}
