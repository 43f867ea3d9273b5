package io.github.simplechat.standalone;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/**
 * Sets up logging once, before the stores start and before two contexts would each do it. From then
 * on the contexts only set levels.
 */
final class Logs {

    private Logs() {}

    static void initialize() {
        LoggingSystem logging = LoggingSystem.get(Logs.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }
}
