package io.github.simplechat.standalone;

import io.github.simplechat.platform.startup.CannotStart;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be set from outside.
 *
 * @param httpPort REST, {@code CHAT_HTTP_PORT}, 8080
 * @param livePort the live feed, {@code CHAT_LIVE_PORT}, 8090
 * @param managementPort metrics of the REST side, {@code CHAT_MANAGEMENT_PORT}, 9080
 * @param liveManagementPort metrics of the live side, {@code CHAT_LIVE_MANAGEMENT_PORT}, 9090
 * @param dataFolder where everything is kept, {@code CHAT_DATA_FOLDER}, {@code ./data}
 * @param parentPid a process to end with, {@code CHAT_PARENT_PID}, none
 */
record Settings(
        int httpPort,
        int livePort,
        int managementPort,
        int liveManagementPort,
        Path dataFolder,
        Optional<Long> parentPid) {

    private static final int MAX_PORT = 65_535;

    Settings {
        List<Integer> ports = List.of(httpPort, livePort, managementPort, liveManagementPort);
        if (ports.stream().distinct().count() < ports.size()) {
            throw new CannotStart(
                    "CHAT_HTTP_PORT, CHAT_LIVE_PORT, CHAT_MANAGEMENT_PORT and"
                            + " CHAT_LIVE_MANAGEMENT_PORT must be four different ports, not "
                            + ports
                            + ".");
        }
    }

    /** The settings in an environment. */
    static Settings from(Map<String, String> environment) {
        return new Settings(
                port(environment, "CHAT_HTTP_PORT", 8080),
                port(environment, "CHAT_LIVE_PORT", 8090),
                port(environment, "CHAT_MANAGEMENT_PORT", 9080),
                port(environment, "CHAT_LIVE_MANAGEMENT_PORT", 9090),
                folder(environment.getOrDefault("CHAT_DATA_FOLDER", "data")),
                Optional.ofNullable(environment.get("CHAT_PARENT_PID")).map(Long::valueOf));
    }

    private static int port(Map<String, String> environment, String name, int standard) {
        String value = environment.getOrDefault(name, Integer.toString(standard));
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new CannotStart(
                "the setting %s must be a port from 1 to %d, not '%s'."
                        .formatted(name, MAX_PORT, value));
    }

    private static Path folder(String value) {
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new CannotStart(
                    "the setting CHAT_DATA_FOLDER is no path: '%s'.".formatted(value), e);
        }
    }

    List<Integer> ports() {
        return List.of(httpPort, livePort, managementPort, liveManagementPort);
    }
}
