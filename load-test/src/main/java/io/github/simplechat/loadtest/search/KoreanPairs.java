package io.github.simplechat.loadtest.search;

import io.github.simplechat.loadtest.BadArguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/** Questions and answers from a CSV file whose heading has {@code Q} and {@code A}. */
final class KoreanPairs {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private KoreanPairs() {}

    /**
     * Each question and each answer, as messages.
     *
     * @throws BadArguments when the file is no such file
     */
    static List<String> read(Path file) {
        try (var records = FORMAT.parse(Files.newBufferedReader(file))) {
            return records.stream()
                    .flatMap(pair -> Stream.of(pair.get("Q"), pair.get("A")))
                    .map(text -> Normalizer.normalize(text, Normalizer.Form.NFC))
                    .toList();
        } catch (IOException | IllegalArgumentException e) {
            throw new BadArguments(
                    "%s is not a CSV file with the columns Q and A: %s."
                            .formatted(file, e.getMessage()));
        }
    }
}
