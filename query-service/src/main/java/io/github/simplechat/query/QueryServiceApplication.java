package io.github.simplechat.query;

import io.github.simplechat.platform.PlatformConfiguration;
import io.github.simplechat.platform.startup.ChatApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The read side as a process of its own. */
@SpringBootApplication
@Import(PlatformConfiguration.class)
public class QueryServiceApplication {

    /** Starts it, or says in one sentence why not. */
    public static void main(String[] args) {
        ChatApplication.runOrExit(
                ChatApplication.prepare("query-service", QueryServiceApplication.class), args);
    }
}
