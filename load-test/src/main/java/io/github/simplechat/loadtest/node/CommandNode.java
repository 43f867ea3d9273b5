package io.github.simplechat.loadtest.node;

import io.github.simplechat.command.CommandServiceApplication;
import io.github.simplechat.command.platform.web.Commands;
import io.github.simplechat.platform.startup.ChatApplication;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A command service in this process. */
public final class CommandNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private CommandNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts one on any free ports. */
    public static CommandNode start(Axon axon, Database database) {
        return start(axon, database, Map.of("CHAT_HTTP_PORT", 0, "CHAT_MANAGEMENT_PORT", 0));
    }

    /**
     * Starts one.
     *
     * @param settings as in a service's environment, or as Spring properties
     */
    public static CommandNode start(Axon axon, Database database, Map<String, Object> settings) {
        List<Class<?>> sources = new ArrayList<>(axon.sources());
        sources.add(CommandServiceApplication.class);
        Map<String, Object> properties = new HashMap<>(database.environment());
        properties.putAll(settings);
        return new CommandNode(
                ChatApplication.prepare("command-service", sources.toArray(new Class<?>[0]))
                        .registerShutdownHook(false)
                        .initializers(context ->
                                context.getEnvironment()
                                        .getPropertySources()
                                        .addFirst(new MapPropertySource("benchmark", properties)))
                        .run());
    }

    /** The way of every command into the service, behind its endpoints. */
    public Commands commands() {
        return bean(Commands.class);
    }

    /** A part of the service. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
