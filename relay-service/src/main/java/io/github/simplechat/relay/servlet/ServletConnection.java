package io.github.simplechat.relay.servlet;

import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.relay.gateway.CloseReason;
import io.github.simplechat.relay.gateway.Connection;
import io.github.simplechat.relay.gateway.Frame;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * A connection on the servlet container. What is to be sent waits in an {@link Outbox}; one virtual
 * thread writes it while there is any, so an idle connection has no thread and a slow socket holds
 * up nobody.
 */
final class ServletConnection implements Connection {

    private static final Logger log = LoggerFactory.getLogger(ServletConnection.class);

    private final WebSocketSession session;
    private final Caller caller;
    private final Executor writers;
    private final Outbox outbox;
    private final @Nullable String address;

    ServletConnection(
            WebSocketSession session,
            Caller caller,
            @Nullable String address,
            Executor writers,
            long outgoingBytes) {
        this.session = session;
        this.caller = caller;
        this.address = address;
        this.writers = writers;
        this.outbox = new Outbox(outgoingBytes);
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public @Nullable String address() {
        return address;
    }

    @Override
    public @Nullable String endedBy() {
        CloseReason reason = outbox.reason();
        return reason == null ? null : reason.text();
    }

    @Override
    public void send(Frame frame) {
        writeIf(outbox.add(frame));
    }

    @Override
    public void ping() {
        writeIf(outbox.ping());
    }

    @Override
    public void close(CloseReason reason) {
        writeIf(outbox.end(reason));
    }

    @Override
    public boolean awaitRoom() {
        return outbox.awaitRoom();
    }

    /** The container says that the session has ended: nothing is written any more. */
    void ended() {
        outbox.discard();
    }

    private void writeIf(boolean idle) {
        if (idle) {
            try {
                writers.execute(this::write);
            } catch (RejectedExecutionException e) {
                log.debug("Nothing is written any more: {}", e.getMessage());
            }
        }
    }

    private void write() {
        try {
            for (var next = outbox.next(); next != null; next = outbox.next()) {
                write(next);
            }
        } catch (IOException | RuntimeException e) {
            log.debug("A connection broke while it was written to: {}", e.getMessage());
            outbox.discard();
            abort();
        }
    }

    private void write(Outbox.Item item) throws IOException {
        switch (item) {
            case Outbox.Text(Frame frame) -> session.sendMessage(new TextMessage(frame.text()));
            case Outbox.Ping() -> session.sendMessage(new PingMessage());
            case Outbox.End(CloseReason reason) ->
                    session.close(new CloseStatus(reason.code(), reason.text()));
        }
    }

    private void abort() {
        try {
            session.close(CloseStatus.SESSION_NOT_RELIABLE);
        } catch (IOException | RuntimeException e) {
            log.debug("It could not be closed either: {}", e.getMessage());
        }
    }
}
