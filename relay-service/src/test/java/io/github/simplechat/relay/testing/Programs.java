package io.github.simplechat.relay.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs that others wrote and that may not be installed here. */
public final class Programs {

    /** Where they may put what they need. */
    public static final Path FOLDER = Path.of("target", "official-clients").toAbsolutePath();

    private static final long MINUTES = 2;

    private Programs() {}

    /** What a program wrote, and how it ended. */
    public record Output(int status, List<String> lines) {

        public boolean succeeded() {
            return status == 0;
        }
    }

    /** Runs one to its end, for two minutes at most; status 1 when it is not installed. */
    public static Output run(String... command) {
        try {
            Files.createDirectories(FOLDER);
            Path output = Files.createTempFile(FOLDER, "output", ".txt");
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
            }
            return new Output(process.exitValue(), Files.readAllLines(output));
        } catch (IOException e) {
            return new Output(1, List.of("not installed: " + command[0]));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
