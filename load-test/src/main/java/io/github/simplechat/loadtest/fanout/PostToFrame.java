package io.github.simplechat.loadtest.fanout;

import io.github.simplechat.loadtest.bench.OpenLoop;
import io.github.simplechat.loadtest.http.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Messages that are posted to a server at a fixed rate, and when the listeners of their rooms hear
 * of them.
 */
final class PostToFrame {

    private static final int LINES = 64;
    private static final int CREATED = 201;
    private static final int DIGITS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TEXT =
            "{\"text\":\"Has anybody seen this before? It works here, but not on the other"
                    + " machine.\"}";

    private final Peer peer;
    private final Stage stage;
    private final int listeners;
    private final Audience audience;
    private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(LINES);
    private final Map<Long, Message> messages = new ConcurrentHashMap<>();
    private final LongAdder heard = new LongAdder();
    private volatile Histogram afterAnswer = histogram();
    private volatile Histogram afterPost = histogram();

    /**
     * Nanoseconds: from the answer to the frame, from the post to the frame, from the post to the
     * answer.
     */
    record Times(Histogram answerToFrame, Histogram postToFrame, Histogram postToAnswer) {}

    /** When what happened to a message; frames that come before the answer wait for it here. */
    private static final class Message {
        private long posted;
        private long answered;
        private final long[] heard;
        private int listeners;

        Message(int most) {
            heard = new long[most];
        }
    }

    /** With so many listeners in each room of the stage. */
    PostToFrame(Peer peer, Stage stage, int listeners, Audience audience) throws IOException {
        this.peer = peer;
        this.stage = stage;
        this.listeners = listeners;
        this.audience = audience;
        for (int i = 0; i < stage.rooms().size(); i++) {
            int room = i;
            for (int n = 0; n < listeners; n++) {
                audience.join(peer, stage.token(n), stage.room(room), frame -> heard(room, frame));
                audience.listen(0);
            }
        }
    }

    /** One round. Every listener hears every message, or the round fails. */
    Times run(OpenLoop loop) {
        afterAnswer = histogram();
        afterPost = histogram();
        heard.reset();
        connect();
        long expected = (long) loop.perSecond() * loop.seconds() * listeners;
        Thread ears = Thread.ofPlatform().name("ears").start(() -> listenFor(expected));
        Histogram answered = loop.run(this::post);
        disconnect();
        try {
            ears.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (heard.sum() != expected) {
            throw new IllegalStateException(
                    "%s has told %d of %d.".formatted(peer.name(), heard.sum(), expected));
        }
        messages.clear();
        return new Times(afterAnswer, afterPost, answered);
    }

    private void listenFor(long expected) {
        long end = Long.MAX_VALUE;
        long last = -1;
        try {
            while (heard.sum() < expected && System.nanoTime() < end) {
                audience.listen(100);
                if (heard.sum() != last) {
                    last = heard.sum();
                    end = System.nanoTime() + PATIENCE.toNanos();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(peer.name(), e);
        }
    }

    private void post() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int room = random.nextInt(stage.rooms().size());
        String path = "/v1/rooms/" + stage.room(room) + "/messages";
        try {
            Line line = lines.take();
            try {
                long posted = System.nanoTime();
                Line.Reply reply =
                        line.exchange(
                                Line.post(
                                        path,
                                        stage.token(random.nextInt(stage.tokens().size())),
                                        "",
                                        TEXT));
                long answered = System.nanoTime();
                if (reply.status() != CREATED) {
                    throw new IllegalStateException(
                            peer.name() + " answers a send with " + reply.status());
                }
                answered(room, Seq.of(ByteBuffer.wrap(reply.body())), posted, answered);
            } finally {
                lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(peer.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answered(int room, long seq, long posted, long answered) {
        Message message = message(room, seq);
        synchronized (message) {
            message.posted = posted;
            message.answered = answered;
            for (int i = 0; i < message.listeners; i++) {
                record(message, message.heard[i]);
            }
        }
    }

    private void heard(int room, ByteBuffer frame) {
        long now = System.nanoTime();
        Message message = message(room, Seq.of(frame));
        synchronized (message) {
            if (message.answered == 0) {
                message.heard[message.listeners++] = now;
            } else {
                record(message, now);
            }
        }
        heard.increment();
    }

    /** A frame that comes before the answer has taken no time after it. */
    private void record(Message message, long heardAt) {
        afterAnswer.recordValue(Math.max(0, heardAt - message.answered));
        afterPost.recordValue(heardAt - message.posted);
    }

    private Message message(int room, long seq) {
        return messages.computeIfAbsent(((long) room << 40) | seq, _ -> new Message(listeners));
    }

    private static Histogram histogram() {
        return new ConcurrentHistogram(DIGITS);
    }

    /** Anew for each round, as servers close connections on which nothing happens. */
    private void connect() {
        URI api = URI.create("http://127.0.0.1:" + peer.api());
        try {
            for (int i = 0; i < LINES; i++) {
                lines.add(new Line(api));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(peer.name(), e);
        }
    }

    private void disconnect() {
        List<Line> all = new ArrayList<>();
        lines.drainTo(all);
        try {
            for (Line line : all) {
                line.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(peer.name(), e);
        }
    }
}
