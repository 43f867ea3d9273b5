package io.github.simplechat.loadtest.node;

import io.github.simplechat.command.CommandServiceApplication;
import io.github.simplechat.platform.startup.ChatApplication;
import io.github.simplechat.query.QueryServiceApplication;
import io.github.simplechat.relay.RelayServiceApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    QUERY,

    /** Hands on what happens to those who listen. */
    RELAY;

    SpringApplicationBuilder prepare(Axon axon) {
        return switch (this) {
            case COMMAND ->
                    prepare(
                            "command-service",
                            CommandServiceApplication.class,
                            and(axon.commandSources()));
            case QUERY ->
                    prepare(
                                    "query-service",
                                    QueryServiceApplication.class,
                                    and(axon.querySources()))
                            .properties("spring.autoconfigure.exclude=" + ofCommandsAlone());
            case RELAY ->
                    prepare(
                            RelayServiceApplication.CONFIGURATION,
                            RelayServiceApplication.class,
                            List.of());
        };
    }

    private static List<Class<?>> and(List<Class<?>> more) {
        return Stream.concat(Stream.of(WithoutLiveSide.class), more.stream()).toList();
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
