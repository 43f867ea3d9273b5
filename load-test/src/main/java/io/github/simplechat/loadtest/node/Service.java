package io.github.simplechat.loadtest.node;

import io.github.simplechat.command.CommandServiceApplication;
import io.github.simplechat.platform.startup.ChatApplication;
import io.github.simplechat.query.QueryServiceApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;

/** A service that can be started. */
public enum Service {
    /** Takes commands. */
    COMMAND,

    /**
     * Follows the events and answers queries. On stock Axon, it follows those of the stock store
     * with a stock processor, and answers none.
     */
    QUERY;

    SpringApplicationBuilder prepare(Axon axon) {
        return switch (this) {
            case COMMAND ->
                    prepare(
                            "command-service",
                            CommandServiceApplication.class,
                            axon.commandSources());
            case QUERY ->
                    prepare("query-service", QueryServiceApplication.class, axon.querySources())
                            .properties("spring.autoconfigure.exclude=" + ofCommandsAlone());
        };
    }

    /** What Spring would set up for the libraries of the command side, which are here too. */
    private static String ofCommandsAlone() {
        return ImportCandidates.load(AutoConfiguration.class, Service.class.getClassLoader())
                .getCandidates()
                .stream()
                .filter(name ->
                        name.startsWith("org.axonframework")
                                || name.contains("Jpa")
                                || name.contains("Hibernate"))
                .collect(Collectors.joining(","));
    }

    private static SpringApplicationBuilder prepare(
            String configuration, Class<?> application, List<Class<?>> more) {
        List<Class<?>> sources = new ArrayList<>(more);
        sources.add(application);
        return ChatApplication.prepare(configuration, sources.toArray(new Class<?>[0]))
                .registerShutdownHook(false);
    }
}
