package io.github.simplechat.loadtest.underload;

import io.github.simplechat.loadtest.bench.OpenLoop;
import io.github.simplechat.loadtest.http.Line;
import io.github.simplechat.loadtest.http.Lines;
import io.github.simplechat.loadtest.underload.Asked.Outcome;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Questions in open loop, each of whose answers is checked, from its making to its end. */
final class QueryLoad implements AutoCloseable {

    private static final int CONNECTIONS = 64;
    private static final int LONGEST_SECONDS = 7_200;
    private static final int OK = 200;
    private static final int TOLD = 5;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Content content;
    private final String token;
    private final Lines lines;
    private final Consumer<String> trouble;
    private final AtomicInteger troubles = new AtomicInteger();
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean wanted = true;

    /**
     * Begins.
     *
     * @param trouble is told the first few wrong answers and errors
     */
    QueryLoad(Stage stage, int perSecond, Consumer<String> trouble) {
        this.content = stage.content();
        this.token = stage.token();
        this.lines = new Lines(stage.node().url(), CONNECTIONS);
        this.trouble = trouble;
        OpenLoop loop = new OpenLoop(perSecond, LONGEST_SECONDS);
        this.thread =
                Thread.ofPlatform()
                        .name("query-load")
                        .start(() -> loop.eachWhile(() -> wanted, this::ask));
    }

    private void ask(long due) {
        Question question = Question.any(content, ThreadLocalRandom.current());
        Line.Reply reply = null;
        String failure = "";
        try {
            reply = lines.exchange(Line.get(question.path(), token));
        } catch (UncheckedIOException e) {
            failure = "no answer: " + e.getMessage();
        }
        long nanos = System.nanoTime() - due;
        if (reply != null && reply.status() != OK) {
            failure = "answered with " + reply.status();
        }
        String wrong = reply == null || !failure.isEmpty() ? "" : wrong(question, reply.body());
        Outcome outcome =
                !failure.isEmpty()
                        ? Outcome.ERROR
                        : wrong.isEmpty() ? Outcome.RIGHT : Outcome.WRONG;
        asked.add(new Asked(due, nanos, question.kind(), outcome));
        if (outcome != Outcome.RIGHT && troubles.incrementAndGet() <= TOLD) {
            trouble.accept(question.path() + ": " + failure + wrong);
        }
    }

    /** What is wrong with the body of an answer; an empty text when nothing is. */
    static String wrong(Question question, byte[] body) {
        try {
            return question.wrong(JSON.readTree(body));
        } catch (JacksonException e) {
            return "no JSON";
        }
    }

    /** Asks nothing more; gives all that was asked, once all is answered. */
    Collection<Asked> finish() {
        wanted = false;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return asked;
    }

    @Override
    public void close() {
        var _ = finish();
        lines.close();
    }
}
