package io.github.simplechat.loadtest.search;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The questions that are part of the program. */
public final class Questions {

    private static final String FILE = "questions.tsv";

    private Questions() {}

    /** What is asked. */
    public static List<String> texts() {
        return read().stream().map(Question::text).toList();
    }

    static List<Question> read() {
        try (InputStream in =
                Objects.requireNonNull(Questions.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Question::parse)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("The program's own file is damaged: " + FILE, e);
        }
    }
}
