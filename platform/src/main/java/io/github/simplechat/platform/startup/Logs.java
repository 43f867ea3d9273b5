package io.github.simplechat.platform.startup;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/**
 * Sets up logging once in a process that starts stores or several contexts, before any of them
 * would. From then on the contexts only set levels.
 */
public final class Logs {

    private Logs() {}

    /** From now on only warnings are written, until a context says otherwise. */
    public static void initialize() {
        LoggingSystem logging = LoggingSystem.get(Logs.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }
}
