package io.github.simplechat.loadtest.baseline;

import io.github.simplechat.loadtest.BadArguments;
import io.github.simplechat.loadtest.Targets;
import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.ChatHttp;
import io.github.simplechat.loadtest.api.Patience;
import io.github.simplechat.loadtest.live.WebSocketLiveFeed;
import io.github.simplechat.loadtest.progress.Progress;
import io.github.simplechat.loadtest.progress.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code chat-load baseline}. */
@Command(
        name = "baseline",
        description = "Sends at a fixed rate, and as fast as possible, and measures both.")
public final class BaselineCommand implements Callable<Integer> {

    private static final Duration SETTLE = Duration.ofSeconds(10);
    private static final int MOST_SEATS = 5_000;

    @Mixin private Targets targets = new Targets();

    @Option(names = "--rooms", paramLabel = "N", description = "default 10")
    private int rooms = 10;

    @Option(names = "--senders", paramLabel = "N", description = "per room, default 10")
    private int senders = 10;

    @Option(names = "--listeners", paramLabel = "N", description = "per room, default 1")
    private int listeners = 1;

    @Option(names = "--seconds", paramLabel = "N", description = "of each part, default 10")
    private int seconds = 10;

    @Option(names = "--warm-up", paramLabel = "N", description = "seconds before, default 3")
    private int warmUp = 3;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "messages a second in open loop, default 200; 0 leaves it out")
    private int rate = 200;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "callers in closed loop, default 32; 0 leaves it out")
    private int threads = 32;

    @Option(
            names = "--text-length",
            paramLabel = "N",
            description = "characters of a message, default 100")
    private int textLength = 100;

    @Option(names = "--allow-remote", description = "allow targets that are not on this machine")
    private boolean allowRemote;

    @Option(names = "--json", paramLabel = "FILE", description = "write the results there too")
    private @Nullable Path json;

    @Override
    public Integer call() {
        BaselineSettings settings = settings();
        targets.check(allowRemote);
        requireWritable();
        ChatHttp http = new ChatHttp(Patience.DEFAULT);
        ApiClient api = new ApiClient(targets.commandUrl(), targets.queryUrl(), http);
        api.knock();
        List<BaselineResult> results =
                new Baseline(
                                settings,
                                api,
                                new WebSocketLiveFeed(http.client(), targets.liveUrl()),
                                Progress.on(System.err, Terminal.isStandardError()),
                                SETTLE)
                        .run();
        results.forEach(result -> System.out.print(result.describe()));
        write(results);
        boolean whole =
                results.stream()
                        .allMatch(one ->
                                one.failed() == 0 && one.framesSeen() == one.framesExpected());
        return whole ? 0 : 1;
    }

    private BaselineSettings settings() {
        require("--rooms", rooms, 1, 1_000);
        require("--senders", senders, 1, 1_000);
        require("--listeners", listeners, 0, 100);
        require("--seconds", seconds, 1, 600);
        require("--warm-up", warmUp, 0, 60);
        require("--rate", rate, 0, 50_000);
        require("--threads", threads, 0, 2_000);
        require("--text-length", textLength, 1, 10_000);
        if (rooms * (senders + listeners) > MOST_SEATS) {
            throw new BadArguments(
                    "%d rooms with %d people each are more than %,d people."
                            .formatted(rooms, senders + listeners, MOST_SEATS));
        }
        if (rate == 0 && threads == 0) {
            throw new BadArguments("With --rate 0 and --threads 0 there is nothing to measure.");
        }
        return new BaselineSettings(
                rooms, senders, listeners, seconds, warmUp, rate, threads, textLength);
    }

    private static void require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BadArguments(
                    "%s needs a number from %d to %d, not %d."
                            .formatted(option, least, most, value));
        }
    }

    /** Better told before ten minutes of load than after. */
    private void requireWritable() {
        Path folder = json == null ? null : json.toAbsolutePath().getParent();
        if (json != null
                && (folder == null || !Files.isWritable(folder) || Files.isDirectory(json))) {
            throw new BadArguments("The file " + json + " cannot be written.");
        }
    }

    private void write(List<BaselineResult> results) {
        if (json == null) {
            return;
        }
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        try {
            Files.writeString(json, mapper.writeValueAsString(results) + "\n");
        } catch (IOException e) {
            throw new BadArguments("The file " + json + " cannot be written.");
        }
    }
}
