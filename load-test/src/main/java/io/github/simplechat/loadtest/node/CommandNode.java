package io.github.simplechat.loadtest.node;

import io.github.simplechat.command.platform.web.Commands;
import java.util.HashMap;
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
        return start(axon, database, 0);
    }

    /** Starts one that serves on this port, 0 for any free one. */
    public static CommandNode start(Axon axon, Database database, int port) {
        return start(axon, database, port, Map.of());
    }

    /** As above, with more settings. */
    public static CommandNode start(
            Axon axon, Database database, int port, Map<String, String> more) {
        Map<String, Object> settings = new HashMap<>(database.environment());
        settings.putAll(more);
        settings.put("CHAT_HTTP_PORT", port);
        settings.put("CHAT_MANAGEMENT_PORT", 0);
        return start(axon, settings);
    }

    private static CommandNode start(Axon axon, Map<String, Object> settings) {
        return new CommandNode(
                Service.COMMAND
                        .prepare(axon)
                        .initializers(context ->
                                context.getEnvironment()
                                        .getPropertySources()
                                        .addFirst(new MapPropertySource("benchmark", settings)))
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
