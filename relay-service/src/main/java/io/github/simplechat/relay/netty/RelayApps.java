package io.github.simplechat.relay.netty;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.platform.security.InvalidToken;
import io.github.simplechat.platform.security.TokenVerifier;
import io.github.simplechat.relay.gateway.Addresses;
import io.github.simplechat.relay.gateway.Doors;
import io.github.simplechat.relay.gateway.Gateway;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that carry the gateway's feeds. A token in the handshake must be valid; without one the
 * session begins and waits for the token of the packet that asks for the namespace.
 */
final class RelayApps implements EngineApps {

    private final Gateway gateway;
    private final TokenVerifier tokens;
    private final Executor workers;
    private final int frameBytes;
    private final Addresses addresses;
    private final Strangers strangers;

    RelayApps(
            Gateway gateway,
            TokenVerifier tokens,
            Executor workers,
            int frameBytes,
            Addresses addresses,
            Strangers strangers) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.workers = workers;
        this.frameBytes = frameBytes;
        this.addresses = addresses;
        this.strangers = strangers;
    }

    @Override
    public void admit(Visit visit, Consumer<Maker> admitted) {
        if (gateway.isDraining()) {
            visit.refuse(Doors.closing());
            return;
        }
        String token = visit.token();
        if (token == null) {
            admitStranger(visit, admitted);
        } else {
            workers.execute(() -> verify(visit, token, admitted));
        }
    }

    private void admitStranger(Visit visit, Consumer<Maker> admitted) {
        String address = visit.address(addresses);
        Runnable known = strangers.come(address);
        if (known == null) {
            visit.refuse(Doors.full("sessions without a token"));
        } else {
            admitted.accept(app(null, address, known));
        }
    }

    private void verify(Visit visit, String token, Consumer<Maker> admitted) {
        try {
            Caller caller = tokens.verify(token);
            visit.channel()
                    .eventLoop()
                    .execute(
                            () -> admitted.accept(app(caller, visit.address(addresses), () -> {})));
        } catch (InvalidToken e) {
            visit.refuse(new Rejection(Reason.UNAUTHENTICATED, e.detail()));
        }
    }

    private Maker app(@Nullable Caller caller, @Nullable String address, Runnable known) {
        return session ->
                new RelayApp(gateway, tokens, workers, session, caller, address, known, frameBytes);
    }
}
