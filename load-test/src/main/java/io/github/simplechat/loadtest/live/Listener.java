package io.github.simplechat.loadtest.live;

import io.github.simplechat.loadtest.api.Account;
import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.ApiFailure;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One person who listens to one room until closed. A lost connection is opened again with {@code
 * since}, with a fresh token if need be, for as long as it takes.
 */
public final class Listener implements AutoCloseable {

    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LiveFeed feed;
    private final ApiClient api;
    private final Account account;
    private final String roomId;
    private final SeenVersions seen;
    private final LongAdder reconnects = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean away;
    private volatile boolean left;
    private volatile @Nullable CountDownLatch current;
    private volatile long pauseMillis = FIRST_PAUSE_MILLIS;
    private volatile @Nullable String trouble;

    /** Begins to listen, on a thread of its own. The account must be a member of the room. */
    public Listener(LiveFeed feed, ApiClient api, Account account, String roomId) {
        this(feed, api, account, roomId, new SeenVersions());
    }

    /** The same for somebody who has seen something of the room before, and goes on from there. */
    public Listener(
            LiveFeed feed, ApiClient api, Account account, String roomId, SeenVersions seen) {
        this.feed = feed;
        this.api = api;
        this.account = account;
        this.roomId = roomId;
        this.seen = seen;
        this.thread = Thread.ofVirtual().name("listener-" + roomId).start(this::listen);
    }

    /** What it was shown so far. */
    public SeenVersions seen() {
        return seen;
    }

    /** Who listens. */
    public Account account() {
        return account;
    }

    /** How often the connection was lost and opened again. */
    public long reconnects() {
        return reconnects.sum();
    }

    /** How often its request was refused. */
    public long refusals() {
        return refusals.sum();
    }

    /** Hangs up, and stays away until {@link #comeBack}. */
    public void leave() {
        away = true;
        left = true;
        CountDownLatch over = current;
        if (over != null) {
            over.countDown();
        }
    }

    /** Connects again, with {@code since}. */
    public void comeBack() {
        away = false;
    }

    /** Why there is no connection, or null. */
    public @Nullable String trouble() {
        return trouble;
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
    }

    private void listen() {
        while (!stopping) {
            try {
                awaitReturn();
                connection();
                if (!stopping && !left) {
                    reconnects.increment();
                }
            } catch (InterruptedException e) {
                return;
            } catch (LiveFeed.Refused e) {
                trouble = e.getMessage();
                renew(account.token());
            } catch (IOException e) {
                trouble = e.getMessage();
            }
            if (!pause()) {
                return;
            }
        }
    }

    private void awaitReturn() throws InterruptedException {
        while (away) {
            TimeUnit.MILLISECONDS.sleep(FIRST_PAUSE_MILLIS);
        }
    }

    /** One connection, from the handshake to its end. */
    private void connection() throws IOException, InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        left = false;
        current = over;
        if (away) {
            return;
        }
        String token = account.token();
        try (LiveFeed.Session session = feed.open(token, new Reader(over, token))) {
            session.send(request());
            over.await();
        }
    }

    private String request() {
        Map<String, Object> data =
                seen.connected()
                        ? Map.of("type", "chat", "roomId", roomId, "since", seen.newest())
                        : Map.of("type", "chat", "roomId", roomId);
        return JSON.writeValueAsString(Map.of("topic", "event.client", "data", data));
    }

    private void renew(String stale) {
        try {
            api.renew(account, stale);
        } catch (ApiFailure e) {
            trouble = e.sentence();
        }
    }

    /** Short after a connection that was of use, then longer and longer. */
    private boolean pause() {
        try {
            pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, pauseMillis * 2);
            TimeUnit.MILLISECONDS.sleep(pauseMillis);
            return !stopping;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private final class Reader implements LiveFeed.Receiver {

        private static final int TOKEN_EXPIRED = 4001;

        private final CountDownLatch over;
        private final String token;

        Reader(CountDownLatch over, String token) {
            this.over = over;
            this.token = token;
        }

        @Override
        public void frame(String frame) {
            long now = System.nanoTime();
            try {
                read(JSON.readTree(frame).path("data"), now);
            } catch (JacksonException e) {
                trouble = "the live feed sent something that is not JSON";
            }
        }

        @Override
        public void closed(int code, String reason) {
            if (code == TOKEN_EXPIRED) {
                Thread.startVirtualThread(() -> {
                    renew(token);
                    over.countDown();
                });
            } else {
                over.countDown();
            }
        }

        private void read(JsonNode data, long now) {
            if (!roomId.equals(data.path("roomId").asString(""))) {
                return;
            }
            if (data.has("msg-type")) {
                if (data.has("version")) {
                    seen.saw(data.path("version").asLong(), now);
                    pauseMillis = FIRST_PAUSE_MILLIS;
                }
            } else if ("connection success".equals(data.path("msg").asString(""))) {
                trouble = null;
                seen.connectedAt(data.path("version").asLong());
            } else if (data.has("msg")) {
                refusals.increment();
                trouble = "the live feed answers " + data.path("code").asString("a refusal");
                over.countDown();
            }
        }
    }
}
