package io.github.simplechat.query.rebuild.file;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.github.simplechat.platform.json.ChatJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** One value in a JSON file that is replaced as a whole. */
record JsonFile<T>(Path path, Class<T> type) {

    private static final Logger log = LoggerFactory.getLogger(JsonFile.class);

    /** What is in it; a file that cannot be read counts as none. */
    Optional<T> read() {
        try {
            return Optional.of(ChatJson.mapper().readValue(Files.readString(path), type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JacksonException e) {
            log.warn("{} cannot be read and is made anew: {}", path, e.getMessage());
            return Optional.empty();
        }
    }

    void write(T value) {
        try {
            Path written = path.resolveSibling(path.getFileName() + ".new");
            Files.writeString(written, ChatJson.mapper().writeValueAsString(value));
            Files.move(written, path, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written", e);
        }
    }
}
