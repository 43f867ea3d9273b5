package io.github.simplechat.loadtest;

import io.github.simplechat.loadtest.api.ApiFailure;
import io.github.simplechat.loadtest.baseline.BaselineCommand;
import io.github.simplechat.loadtest.crash.CrashCommand;
import io.github.simplechat.loadtest.crash.TwoNodesCommand;
import io.github.simplechat.loadtest.fanout.FanOutCommand;
import io.github.simplechat.loadtest.faults.RedisFaultsCommand;
import io.github.simplechat.loadtest.growth.RoomSizeCommand;
import io.github.simplechat.loadtest.http.HttpCommand;
import io.github.simplechat.loadtest.node.DocumentsCommand;
import io.github.simplechat.loadtest.node.NodeCommand;
import io.github.simplechat.loadtest.play.PlayCommand;
import io.github.simplechat.loadtest.queries.QueriesCommand;
import io.github.simplechat.loadtest.rebuild.RebuildCommand;
import io.github.simplechat.loadtest.reconnect.ReconnectCommand;
import io.github.simplechat.loadtest.removal.RemovalRacesCommand;
import io.github.simplechat.loadtest.sealing.SealingCommand;
import io.github.simplechat.loadtest.search.SearchQualityCommand;
import io.github.simplechat.loadtest.search.SearchSpeedCommand;
import io.github.simplechat.loadtest.sends.SendsCommand;
import io.github.simplechat.loadtest.underload.UnderLoadCommand;
import io.github.simplechat.loadtest.visible.VisibleCommand;
import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The program. Exit codes: 0 proved or measured, 1 disproved or the services failed, 2 the command
 * line makes no sense.
 */
@Command(
        name = "chat-load",
        description = "Plays conversations through the public chat API and proves the result.",
        subcommands = {
            PlayCommand.class,
            BaselineCommand.class,
            SendsCommand.class,
            HttpCommand.class,
            SealingCommand.class,
            RoomSizeCommand.class,
            CrashCommand.class,
            TwoNodesCommand.class,
            RedisFaultsCommand.class,
            SearchQualityCommand.class,
            SearchSpeedCommand.class,
            VisibleCommand.class,
            QueriesCommand.class,
            RebuildCommand.class,
            UnderLoadCommand.class,
            FanOutCommand.class,
            ReconnectCommand.class,
            RemovalRacesCommand.class,
            NodeCommand.class,
            DocumentsCommand.class
        },
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = ChatLoad.Version.class)
public final class ChatLoad implements Runnable {

    private static final int FAILED = 1;
    private static final int SENSELESS = 2;

    @Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    /** Runs the program and ends the process with its exit code. */
    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    /** The program with its way of reporting failures, for {@link #main} and for tests. */
    static CommandLine commandLine() {
        return new CommandLine(new ChatLoad())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(ChatLoad::senseless)
                .setExecutionExceptionHandler(failures());
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "Say what to do: " + commands(spec) + ".");
        }
    }

    private static String commands(CommandLine.Model.CommandSpec program) {
        return program.subcommands().entrySet().stream()
                .filter(command -> !command.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    private static int senseless(ParameterException e, String[] args) {
        say(e.getCommandLine(), sentence(String.valueOf(e.getMessage())));
        return SENSELESS;
    }

    private static IExecutionExceptionHandler failures() {
        return (failure, commandLine, parsed) ->
                switch (failure) {
                    case BadArguments e -> {
                        say(commandLine, String.valueOf(e.getMessage()));
                        yield SENSELESS;
                    }
                    case ApiFailure e -> {
                        say(commandLine, e.sentence());
                        yield FAILED;
                    }
                    default -> throw failure;
                };
    }

    private static String sentence(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.endsWith(".") ? line : line + ".";
    }

    private static void say(CommandLine commandLine, String sentence) {
        PrintWriter err = commandLine.getErr();
        err.println(sentence);
        err.flush();
    }

    /** Tells the version that the jar was built as. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = ChatLoad.class.getPackage().getImplementationVersion();
            return new String[] {"chat-load " + (version == null ? "(not packaged)" : version)};
        }
    }
}
