package io.github.simplechat.platform.startup;

import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts a Spring application, or ends the process with one sentence that says why not. */
public final class ChatApplication {

    private static final int FAILED = 1;

    private ChatApplication() {}

    /** Prepares an application that reads {@code platform.yml} and the named configuration. */
    public static SpringApplicationBuilder prepare(String configuration, Class<?>... sources) {
        return new SpringApplicationBuilder(sources)
                .web(WebApplicationType.SERVLET)
                .properties(
                        Map.of(
                                "spring.config.name",
                                "platform," + configuration,
                                "spring.main.banner-mode",
                                "off",
                                "logging.level.org.springframework.boot.diagnostics"
                                        + ".LoggingFailureAnalysisReporter",
                                "OFF"));
    }

    /** Runs it; on failure prints one sentence to standard error and exits with 1. */
    public static ConfigurableApplicationContext runOrExit(
            SpringApplicationBuilder application, String... args) {
        try {
            return application.run(args);
        } catch (RuntimeException e) {
            throw exit(e);
        }
    }

    /** Ends the process with the sentence for a failed start. Never returns. */
    public static IllegalStateException exit(Throwable failure) {
        System.err.println("Cannot start: " + StartFailure.sentence(failure));
        System.exit(FAILED);
        return new IllegalStateException(failure);
    }
}
