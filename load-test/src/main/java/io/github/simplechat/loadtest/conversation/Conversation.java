package io.github.simplechat.loadtest.conversation;

import io.github.simplechat.loadtest.conversation.LogLine.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A parsed log. The same name and content give the same value, with the same digest.
 *
 * @param name the file's name
 * @param digest 16 hexadecimal digits over name and content: the conversation's identity
 * @param lines every line, in order
 */
public record Conversation(String name, String digest, List<LogLine> lines) {

    /** Fixes the lines. */
    public Conversation {
        lines = List.copyOf(lines);
    }

    /** Parses a whole log; total over all strings. */
    public static Conversation parse(String name, String content) {
        List<LogLine> lines = new ArrayList<>();
        int number = 0;
        for (String raw : content.split("\n", -1)) {
            number++;
            lines.add(LogLineParser.parse(number, raw.endsWith("\r") ? chop(raw) : raw));
        }
        if (content.isEmpty() || content.endsWith("\n")) {
            lines.removeLast();
        }
        return new Conversation(name, digest(name + "\n" + content), resolveAsides(lines));
    }

    /** How many lines are skipped, by reason. */
    public Map<Reason, List<LogLine.Skipped>> skipped() {
        Map<Reason, List<LogLine.Skipped>> skipped = new EnumMap<>(Reason.class);
        for (LogLine line : lines) {
            if (line instanceof LogLine.Skipped skip) {
                skipped.computeIfAbsent(skip.reason(), reason -> new ArrayList<>()).add(skip);
            }
        }
        return skipped;
    }

    /** How many messages it holds. */
    public int messages() {
        return (int) lines.stream().filter(LogLine.Said.class::isInstance).count();
    }

    private static List<LogLine> resolveAsides(List<LogLine> lines) {
        Set<String> nicks = new HashSet<>();
        for (LogLine line : lines) {
            switch (line) {
                case LogLine.Said said -> nicks.add(said.nick());
                case LogLine.Came came -> nicks.add(came.nick());
                case LogLine.Went went -> nicks.add(went.nick());
                case LogLine.Renamed renamed -> {
                    nicks.add(renamed.from());
                    nicks.add(renamed.to());
                }
                case LogLine.Aside aside -> {}
                case LogLine.Skipped skipped -> {}
            }
        }
        return lines.stream().map(line -> resolve(line, nicks)).toList();
    }

    private static LogLine resolve(LogLine line, Set<String> nicks) {
        if (!(line instanceof LogLine.Aside(int number, String nick, String text))) {
            return line;
        }
        String raw = "=== " + nick + " " + text;
        return nicks.contains(nick)
                ? LogLineParser.said(number, -1, nick, LogLineParser.action(nick, text), raw)
                : new LogLine.Skipped(number, Reason.UNKNOWN, raw);
    }

    private static String chop(String raw) {
        return raw.substring(0, raw.length() - 1);
    }

    private static String digest(String identity) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
