package io.github.simplechat.command;

import io.github.simplechat.platform.PlatformConfiguration;
import io.github.simplechat.platform.startup.ChatApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** The write side as a process of its own. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(PlatformConfiguration.class)
public class CommandServiceApplication {

    /** Starts it, with the settings of {@code command-service.yml} and the environment. */
    public static void main(String[] args) {
        ChatApplication.runOrExit(
                ChatApplication.prepare("command-service", CommandServiceApplication.class), args);
    }
}
