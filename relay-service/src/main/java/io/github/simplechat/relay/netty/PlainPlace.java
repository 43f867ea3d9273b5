package io.github.simplechat.relay.netty;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.platform.security.InvalidToken;
import io.github.simplechat.platform.security.TokenVerifier;
import io.github.simplechat.relay.gateway.Addresses;
import io.github.simplechat.relay.gateway.Doors;
import io.github.simplechat.relay.gateway.Gateway;
import io.github.simplechat.relay.gateway.SocketLimits;
import io.github.simplechat.relay.websocket.Deflation;
import io.github.simplechat.relay.websocket.MessageReader;
import io.netty.channel.Channel;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Plain WebSockets at {@code /ws}. The token is looked at first, so nobody learns more without. */
final class PlainPlace implements Place {

    private static final String PATH = "/ws";

    private final Gateway gateway;
    private final TokenVerifier tokens;
    private final WritePasses passes;
    private final Executor workers;
    private final SocketLimits limits;
    private final Addresses addresses;

    PlainPlace(
            Gateway gateway,
            TokenVerifier tokens,
            WritePasses passes,
            Executor workers,
            SocketLimits limits,
            Addresses addresses) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.passes = passes;
        this.workers = workers;
        this.limits = limits;
        this.addresses = addresses;
    }

    @Override
    public boolean takes(Visit visit) {
        if (!PATH.equals(visit.path())) {
            return false;
        }
        if (gateway.isDraining()) {
            visit.refuse(Doors.closing());
        } else {
            workers.execute(() -> handshake(visit));
        }
        return true;
    }

    private void handshake(Visit visit) {
        String token = visit.token();
        if (token == null) {
            visit.refuse(
                    new Rejection(
                            Reason.UNAUTHENTICATED,
                            "Send an access token as 'Authorization: Bearer …'."));
            return;
        }
        try {
            Caller caller = tokens.verify(token);
            visit.channel().eventLoop().execute(() -> upgrade(visit, caller));
        } catch (InvalidToken e) {
            visit.refuse(new Rejection(Reason.UNAUTHENTICATED, e.detail()));
        }
    }

    private void upgrade(Visit visit, Caller caller) {
        boolean packs = limits.packs() && Deflation.isOffered(visit.list(Switching.EXTENSIONS));
        Switching.to(
                visit, packs, channel -> open(channel, caller, visit.address(addresses), packs));
    }

    private PlainSocket open(
            Channel channel, Caller caller, @Nullable String address, boolean packs) {
        PlainConnection connection =
                new PlainConnection(
                        channel,
                        caller,
                        address,
                        passes.of(channel.eventLoop()),
                        limits.outgoingBytes(),
                        packs);
        return new PlainSocket(
                connection,
                gateway.open(connection),
                new MessageReader(limits.frameBytes(), packs),
                new Requests(connection, workers));
    }
}
