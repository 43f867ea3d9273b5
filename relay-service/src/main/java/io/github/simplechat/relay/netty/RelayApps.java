package io.github.simplechat.relay.netty;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.platform.security.InvalidToken;
import io.github.simplechat.platform.security.TokenVerifier;
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

    RelayApps(Gateway gateway, TokenVerifier tokens, Executor workers, int frameBytes) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.workers = workers;
        this.frameBytes = frameBytes;
    }

    @Override
    public void admit(Visit visit, Consumer<Maker> admitted) {
        String token = visit.token();
        if (token == null) {
            admitted.accept(app(null));
        } else {
            workers.execute(() -> verify(visit, token, admitted));
        }
    }

    private void verify(Visit visit, String token, Consumer<Maker> admitted) {
        try {
            Caller caller = tokens.verify(token);
            visit.channel().eventLoop().execute(() -> admitted.accept(app(caller)));
        } catch (InvalidToken e) {
            visit.refuse(new Rejection(Reason.UNAUTHENTICATED, e.detail()));
        }
    }

    private Maker app(@Nullable Caller caller) {
        return session -> new RelayApp(gateway, tokens, workers, session, caller, frameBytes);
    }
}
