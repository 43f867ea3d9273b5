package io.github.simplechat.relay;

import io.github.simplechat.platform.PlatformConfiguration;
import io.github.simplechat.platform.startup.ChatApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The relay as a process of its own. */
@SpringBootApplication
@Import(PlatformConfiguration.class)
public class RelayServiceApplication {

    /** The name of its configuration on the class path, without the ending. */
    public static final String CONFIGURATION = "relay-service";

    /** Starts it, or says in one sentence why not. */
    public static void main(String... args) {
        ChatApplication.runOrExit(
                ChatApplication.prepare(CONFIGURATION, RelayServiceApplication.class), args);
    }
}
