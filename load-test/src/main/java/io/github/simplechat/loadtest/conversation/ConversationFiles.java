package io.github.simplechat.loadtest.conversation;

import io.github.simplechat.loadtest.BadArguments;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads conversations from files and folders, or says in one sentence why it cannot. */
public final class ConversationFiles {

    private static final String BUILT_IN = "small-talk.log";

    private ConversationFiles() {}

    /**
     * All conversations of the given files, and of the {@code *.log} files of the given folders,
     * sorted by name there.
     *
     * @throws BadArguments for a path that is missing, unreadable, empty or not UTF-8, and for two
     *     files of the same name and content, because they would be one room
     */
    public static List<Conversation> read(List<Path> paths) {
        Map<String, Path> seen = new LinkedHashMap<>();
        List<Conversation> conversations = new ArrayList<>();
        for (Path path : paths) {
            for (Path file : files(path)) {
                Conversation conversation = readFile(file);
                Path twin = seen.putIfAbsent(conversation.digest(), file);
                if (twin != null) {
                    throw new BadArguments(
                            "%s and %s are the same conversation; give it once."
                                    .formatted(twin, file));
                }
                conversations.add(conversation);
            }
        }
        return conversations;
    }

    /** The conversation that is part of the program. */
    public static Conversation builtIn() {
        try (InputStream in =
                Objects.requireNonNull(
                        ConversationFiles.class.getResourceAsStream(BUILT_IN), BUILT_IN)) {
            return Conversation.parse(
                    BUILT_IN, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("The program's own file is damaged: " + BUILT_IN, e);
        }
    }

    private static List<Path> files(Path path) {
        if (!Files.exists(path)) {
            throw new BadArguments("There is no file or folder " + path + ".");
        }
        if (!Files.isReadable(path)) {
            throw new BadArguments(path + " may not be read by this user.");
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(path)) {
            List<Path> logs =
                    entries.filter(entry -> String.valueOf(entry.getFileName()).endsWith(".log"))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .toList();
            if (logs.isEmpty()) {
                throw new BadArguments("The folder " + path + " holds no *.log file.");
            }
            return logs;
        } catch (IOException e) {
            throw new BadArguments("The folder " + path + " cannot be read: " + reason(e) + ".");
        }
    }

    private static Conversation readFile(Path file) {
        try {
            String content = Files.readString(file);
            Conversation conversation =
                    Conversation.parse(
                            String.valueOf(file.getFileName()),
                            content.startsWith("\uFEFF") ? content.substring(1) : content);
            if (conversation.messages() == 0) {
                throw new BadArguments("The log " + file + " holds no message.");
            }
            return conversation;
        } catch (CharacterCodingException e) {
            throw new BadArguments("The log " + file + " is not UTF-8 text.");
        } catch (IOException e) {
            throw new BadArguments("The log " + file + " cannot be read: " + reason(e) + ".");
        }
    }

    private static String reason(IOException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
    }
}
