package io.github.simplechat.loadtest.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a figure was measured. */
public final class Machine {

    private static final double KIB_PER_GIB = 1024 * 1024;

    private Machine() {}

    /** One line: processors, memory, kernel, JDK. */
    public static String describe() {
        return "%d cores, %.0f GiB, %s %s, JDK %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        memoryKib() / KIB_PER_GIB,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.version());
    }

    private static double memoryKib() {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemTotal:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
