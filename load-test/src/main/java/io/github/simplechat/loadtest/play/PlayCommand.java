package io.github.simplechat.loadtest.play;

import io.github.simplechat.loadtest.BadArguments;
import io.github.simplechat.loadtest.Targets;
import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.ChatHttp;
import io.github.simplechat.loadtest.api.Patience;
import io.github.simplechat.loadtest.conversation.Conversation;
import io.github.simplechat.loadtest.conversation.ConversationFiles;
import io.github.simplechat.loadtest.live.WebSocketLiveFeed;
import io.github.simplechat.loadtest.progress.Progress;
import io.github.simplechat.loadtest.progress.Terminal;
import io.github.simplechat.loadtest.proof.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chat-load play}. */
@Command(
        name = "play",
        description = "Plays conversation logs and proves that nothing was lost or doubled.")
public final class PlayCommand implements Callable<Integer> {

    private static final int MOST_LISTENERS = 100;
    private static final int MOST_ROOMS_AT_ONCE = 256;
    private static final double FASTEST = 1_000_000;
    private static final Duration SETTLE = Duration.ofSeconds(10);

    @Mixin private Targets targets = new Targets();

    @Option(
            names = "--log",
            paramLabel = "FILE|FOLDER",
            description = "a log, or a folder of *.log; may be repeated; without it a built-in one")
    private List<Path> logs = new ArrayList<>();

    @Option(names = "--listeners", paramLabel = "N", description = "per room, default 5")
    private int listeners = 5;

    @Option(names = "--parallel", paramLabel = "N", description = "rooms at once, default 32")
    private int parallel = 32;

    @Option(
            names = "--speed",
            paramLabel = "max|N",
            description = "max (default), or N times faster than the log's clock")
    private String speed = "max";

    @Option(
            names = "--prefix",
            paramLabel = "NAME",
            description = "what usernames begin with, default irc; another one is another world")
    private String prefix = "irc";

    @Option(names = "--twice", description = "send everything again afterwards; the default")
    private boolean twice;

    @Option(names = "--once", description = "do not")
    private boolean once;

    @Option(
            names = "--admin-username",
            paramLabel = "NAME",
            defaultValue = "${env:CHAT_ADMIN_USERNAME}",
            description = "rebuild projections too; or CHAT_ADMIN_USERNAME")
    private @Nullable String adminUsername;

    @Option(
            names = "--admin-password",
            paramLabel = "WORD",
            defaultValue = "${env:CHAT_ADMIN_PASSWORD}",
            description = "or CHAT_ADMIN_PASSWORD, which other users of the machine cannot see")
    private @Nullable String adminPassword;

    @Override
    public Integer call() {
        PlaySettings settings = settings();
        List<Conversation> conversations =
                logs.isEmpty()
                        ? List.of(ConversationFiles.builtIn())
                        : ConversationFiles.read(logs);
        Summary.print(System.out, conversations);
        ChatHttp http = new ChatHttp(Patience.DEFAULT);
        ApiClient api = new ApiClient(settings.commandUrl(), settings.queryUrl(), http);
        api.knock();
        Play play =
                new Play(
                        settings,
                        api,
                        new WebSocketLiveFeed(http.client(), settings.liveUrl()),
                        new Report(System.out),
                        Progress.on(System.err, Terminal.isStandardError()));
        return play.run(conversations) ? 0 : 1;
    }

    private PlaySettings settings() {
        targets.check(true);
        requireRange("--listeners", listeners, 0, MOST_LISTENERS);
        requireRange("--parallel", parallel, 1, MOST_ROOMS_AT_ONCE);
        if (!prefix.matches("[a-z0-9][a-z0-9-]{0,15}")) {
            throw new BadArguments(
                    "--prefix needs 1 to 16 of a-z, 0-9 and -, not '" + prefix + "'.");
        }
        if (twice && once) {
            throw new BadArguments("Give --twice or --once, not both.");
        }
        return new PlaySettings(
                targets.commandUrl(),
                targets.queryUrl(),
                targets.liveUrl(),
                listeners,
                parallel,
                speed(),
                prefix,
                SETTLE,
                !once,
                admin());
    }

    private double speed() {
        if (speed.equals("max")) {
            return 0;
        }
        try {
            double factor = Double.parseDouble(speed);
            if (factor > 0 && factor <= FASTEST) {
                return factor;
            }
        } catch (NumberFormatException e) {
            // Told below, with the same sentence.
        }
        throw new BadArguments("--speed needs max or a number above 0, not '" + speed + "'.");
    }

    private PlaySettings.@Nullable Credentials admin() {
        boolean name = adminUsername != null && !adminUsername.isBlank();
        boolean word = adminPassword != null && !adminPassword.isEmpty();
        if (name != word) {
            throw new BadArguments(
                    "An administrator needs both --admin-username and --admin-password.");
        }
        return adminUsername != null && adminPassword != null && name
                ? new PlaySettings.Credentials(adminUsername, adminPassword)
                : null;
    }

    private static void requireRange(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BadArguments(
                    "%s needs a number from %d to %d, not %d."
                            .formatted(option, least, most, value));
        }
    }
}
