package io.github.simplechat.loadtest.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The live feed over a plain WebSocket. */
public final class WebSocketLiveFeed implements LiveFeed {

    private static final int UNAUTHORIZED = 401;
    private static final int ABNORMAL = 1006;
    private static final long SEND_SECONDS = 10;

    private final HttpClient client;
    private final URI address;

    /** Connections of that client to that address, {@code ws://…} or {@code wss://…}. */
    public WebSocketLiveFeed(HttpClient client, URI address) {
        this.client = client;
        this.address = address;
    }

    @Override
    public Session open(String token, Receiver receiver) throws IOException, InterruptedException {
        Frames frames = new Frames(receiver);
        CompletableFuture<WebSocket> handshake =
                client.newWebSocketBuilder()
                        .connectTimeout(Duration.ofSeconds(5))
                        .header("Authorization", "Bearer " + token)
                        .buildAsync(address, frames);
        return new SocketSession(await(handshake), frames);
    }

    private static <T> T await(CompletableFuture<T> future)
            throws IOException, InterruptedException {
        try {
            return future.get(SEND_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException handshake
                    && handshake.getResponse().statusCode() == UNAUTHORIZED) {
                throw new Refused();
            }
            throw new IOException("no connection to the live feed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IOException("the live feed takes too long to answer", e);
        }
    }

    private record SocketSession(WebSocket socket, Frames frames) implements Session {

        @Override
        public void send(String frame) throws IOException, InterruptedException {
            await(socket.sendText(frame, true));
        }

        @Override
        public void close() {
            frames.over(WebSocket.NORMAL_CLOSURE, "closed here");
            var _ =
                    socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                            .whenComplete((done, failure) -> socket.abort());
        }
    }

    /**
     * Joins the parts of a frame and makes sure that the end is told once and last, whichever side
     * ends the connection; so the receiver is called under a lock.
     */
    private static final class Frames implements WebSocket.Listener {

        private final Receiver receiver;
        private final StringBuilder parts = new StringBuilder();
        private boolean over;

        Frames(Receiver receiver) {
            this.receiver = receiver;
        }

        synchronized void over(int code, String reason) {
            if (!over) {
                over = true;
                receiver.closed(code, reason);
            }
        }

        @Override
        public synchronized @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                String frame = parts.toString();
                parts.setLength(0);
                if (!over) {
                    receiver.frame(frame);
                }
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            over(code, reason);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            over(ABNORMAL, String.valueOf(failure.getMessage()));
        }
    }
}
