package io.github.simplechat.loadtest.play;

import io.github.simplechat.loadtest.conversation.Conversation;
import io.github.simplechat.loadtest.conversation.LogLine;
import io.github.simplechat.loadtest.conversation.LogLine.Reason;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the logs hold, and which lines are not played. */
final class Summary {

    private static final int SHOWN = 3;
    private static final int SHOWN_TEXT = 80;

    private Summary() {}

    static void print(PrintStream out, List<Conversation> conversations) {
        int lines = conversations.stream().mapToInt(log -> log.lines().size()).sum();
        int messages = conversations.stream().mapToInt(Conversation::messages).sum();
        out.printf(
                "%d %s, %,d lines, %,d messages%n",
                conversations.size(), conversations.size() == 1 ? "log" : "logs", lines, messages);
        Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
        for (Conversation log : conversations) {
            log.skipped()
                    .forEach((reason, skips) -> counts.merge(reason, skips.size(), Integer::sum));
        }
        counts.forEach((reason, count) -> {
            out.printf("skipped %,d lines %s%n", count, reason.label());
            if (reason == Reason.UNKNOWN || reason == Reason.TOO_LONG) {
                show(out, conversations, reason);
            }
        });
    }

    private static void show(PrintStream out, List<Conversation> conversations, Reason reason) {
        conversations.stream()
                .flatMap(log ->
                        log.skipped().getOrDefault(reason, List.of()).stream()
                                .map(skip -> describe(log, skip)))
                .limit(SHOWN)
                .forEach(out::println);
    }

    private static String describe(Conversation log, LogLine.Skipped skip) {
        String raw = skip.raw();
        String shown = raw.length() <= SHOWN_TEXT ? raw : raw.substring(0, SHOWN_TEXT) + "…";
        return "    %s, line %d: %s".formatted(log.name(), skip.number(), shown);
    }
}
