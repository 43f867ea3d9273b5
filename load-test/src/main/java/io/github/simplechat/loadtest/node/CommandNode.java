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
        Map<String, Object> settings = new HashMap<>(database.environment());
        settings.put("CHAT_HTTP_PORT", 0);
        settings.put("CHAT_MANAGEMENT_PORT", 0);
        return start(axon, settings);
    }

    /**
     * Starts one.
     *
     * @param settings what is set otherwise than in its environment
     */
    static CommandNode start(Axon axon, Map<String, Object> settings) {
        List<Class<?>> sources = new ArrayList<>(axon.sources());
        sources.add(CommandServiceApplication.class);
        return new CommandNode(
                ChatApplication.prepare("command-service", sources.toArray(new Class<?>[0]))
                        .registerShutdownHook(false)
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
