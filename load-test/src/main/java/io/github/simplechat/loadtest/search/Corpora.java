package io.github.simplechat.loadtest.search;

import io.github.simplechat.loadtest.BadArguments;
import io.github.simplechat.loadtest.conversation.ConversationFiles;
import io.github.simplechat.loadtest.conversation.LogLine;
import io.github.simplechat.loadtest.search.Question.Collection;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which messages are asked about. Options that the commands share. */
public final class Corpora {

    @Option(
            names = "--korean",
            paramLabel = "FILE",
            description = "pairs of Korean sentences, a CSV file with the columns Q and A")
    private @Nullable Path korean;

    @Option(
            names = "--irc",
            paramLabel = "PATH",
            description = "a log, or a folder of logs, of a channel in English")
    private @Nullable Path irc;

    /**
     * The messages that were named.
     *
     * @throws BadArguments when none were, or they cannot be read
     */
    Map<Collection, List<String>> read() {
        Map<Collection, List<String>> messages = new EnumMap<>(Collection.class);
        if (korean != null) {
            messages.put(Collection.KOREAN, KoreanPairs.read(korean));
        }
        if (irc != null) {
            messages.put(Collection.IRC, said(irc));
        }
        if (messages.isEmpty()) {
            throw new BadArguments("Say what to ask about: --korean FILE, --irc PATH or both.");
        }
        return messages;
    }

    /** All of them, one after the other. */
    public List<String> texts() {
        return read().values().stream().flatMap(List::stream).toList();
    }

    private static List<String> said(Path logs) {
        return ConversationFiles.read(List.of(logs)).stream()
                .flatMap(conversation -> conversation.lines().stream())
                .filter(LogLine.Said.class::isInstance)
                .map(line -> ((LogLine.Said) line).text())
                .toList();
    }
}
