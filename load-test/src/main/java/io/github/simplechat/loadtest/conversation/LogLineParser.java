package io.github.simplechat.loadtest.conversation;

import io.github.simplechat.api.Limits;
import io.github.simplechat.loadtest.conversation.LogLine.Reason;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells what a single line is. Pure; total over all strings. */
final class LogLineParser {

    /** A nick has no blank; but the loggers of old put one behind each closing bracket. */
    private static final String NICK = "(\\S+(?:(?<=\\]) \\S+)*?)";

    private static final Pattern SAID =
            Pattern.compile("\\[(\\d\\d):(\\d\\d)] <([^>]+)>(?: (.*))?");
    private static final Pattern DID =
            Pattern.compile("\\[(\\d\\d):(\\d\\d)] +\\* (\\S+)(?: (.*))?");
    private static final Pattern NOTED =
            Pattern.compile("\\[(\\d\\d):(\\d\\d)] -([^:]+):#[^ -]+-(?: (.*))?");
    private static final Pattern CAME = Pattern.compile("=== (.+?) +\\[.*] +has joined #\\S+.*");
    private static final Pattern WENT =
            Pattern.compile("=== (.+?) +\\[.*] +has (?:left #\\S+|quit\\b).*");
    private static final Pattern KICKED =
            Pattern.compile("=== " + NICK + " +was kicked (?:off|from) #\\S+.*");
    private static final Pattern RENAMED =
            Pattern.compile("=== " + NICK + " +is now known as " + NICK + " *");
    private static final Pattern NOTICE =
            Pattern.compile(
                    "=== (?:mode/#.*|\\.\\.\\[topic/#.*|\\S+ (?:changed|changes) the topic of #.*)");
    private static final Pattern ASIDE = Pattern.compile("=== (\\S+) +(\\S.*)");

    private LogLineParser() {}

    static LogLine parse(int number, String raw) {
        String line = Normalizer.normalize(raw, Normalizer.Form.NFC);
        if (line.isBlank()) {
            return new LogLine.Skipped(number, Reason.EMPTY, raw);
        }
        return line.startsWith("=== ") ? event(number, line) : message(number, line);
    }

    /** A message, or the reason why it cannot be one. */
    static LogLine said(int number, int minute, String nick, String text, String raw) {
        if (text.codePointCount(0, text.length()) > Limits.MESSAGE_CODE_POINTS) {
            return new LogLine.Skipped(number, Reason.TOO_LONG, raw);
        }
        return new LogLine.Said(number, minute, nick, text);
    }

    /** How an action reads as a message. */
    static String action(String nick, String text) {
        return "* " + nick + " " + text;
    }

    private static LogLine message(int number, String line) {
        Matcher did = DID.matcher(line);
        boolean action = did.matches();
        Matcher match =
                Stream.of(did, SAID.matcher(line), NOTED.matcher(line))
                        .filter(Matcher::matches)
                        .findFirst()
                        .orElse(null);
        if (match == null || minute(match) < 0 || match.group(3).isBlank()) {
            return new LogLine.Skipped(number, Reason.UNKNOWN, line);
        }
        int minute = minute(match);
        String nick = match.group(3).strip();
        String text = match.group(4) == null ? "" : match.group(4);
        if (text.isBlank()) {
            return new LogLine.Skipped(number, Reason.EMPTY, line);
        }
        return said(number, minute, nick, action ? action(nick, text) : text, line);
    }

    private static LogLine event(int number, String line) {
        Matcher came = CAME.matcher(line);
        if (came.matches()) {
            return new LogLine.Came(number, came.group(1).strip());
        }
        Matcher went = WENT.matcher(line);
        if (went.matches()) {
            return new LogLine.Went(number, went.group(1).strip());
        }
        Matcher kicked = KICKED.matcher(line);
        if (kicked.matches()) {
            return new LogLine.Went(number, kicked.group(1));
        }
        Matcher renamed = RENAMED.matcher(line);
        if (renamed.matches()) {
            return new LogLine.Renamed(number, renamed.group(1), renamed.group(2));
        }
        if (NOTICE.matcher(line).matches()) {
            return new LogLine.Skipped(number, Reason.NOTICE, line);
        }
        Matcher aside = ASIDE.matcher(line);
        return aside.matches()
                ? new LogLine.Aside(number, aside.group(1), aside.group(2))
                : new LogLine.Skipped(number, Reason.UNKNOWN, line);
    }

    /** The minute of the day, or -1 if no clock shows that. */
    private static int minute(Matcher match) {
        int hour = Integer.parseInt(match.group(1));
        int minute = Integer.parseInt(match.group(2));
        return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
    }
}
