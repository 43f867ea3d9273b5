package io.github.simplechat.relay.netty;

import io.github.simplechat.relay.netty.Visits.Refusal;
import io.github.simplechat.relay.socketio.BadPacket;
import io.github.simplechat.relay.socketio.EnginePacket;
import io.github.simplechat.relay.websocket.MessageReader;
import io.github.simplechat.relay.websocket.Upgrade;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Engine.IO v4 at one path: handshakes, polls, posts and the way to a WebSocket. */
final class EnginePlace implements Place {

    private static final String VERSION = "4";
    private static final String POLLING = "polling";
    private static final String WEBSOCKET = "websocket";
    private static final int ID_BYTES = 15;

    private final Map<String, EngineSession> sessions = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final String path;
    private final EngineApps apps;
    private final WritePasses passes;
    private final EngineSettings settings;
    private final Visits visits;

    EnginePlace(String path, EngineApps apps, WritePasses passes, EngineSettings settings) {
        this.path = path;
        this.apps = apps;
        this.passes = passes;
        this.settings = settings;
        this.visits = new Visits(settings.origins());
    }

    @Override
    public boolean takes(Visit visit) {
        if (!path.equals(visit.path())) {
            return false;
        }
        if (HttpMethod.OPTIONS.equals(visit.method())) {
            visits.answerPreflight(visit);
            return true;
        }
        Refusal refusal = check(visit);
        if (refusal != null) {
            visits.refuse(visit, refusal);
            return true;
        }
        String id = visit.parameter("sid");
        if (id == null) {
            apps.admit(visit, app -> begin(visit, app));
        } else {
            goOn(visit, sessions.get(id));
        }
        return true;
    }

    private static @Nullable Refusal check(Visit visit) {
        String transport = visit.parameter("transport");
        if (!POLLING.equals(transport) && !WEBSOCKET.equals(transport)) {
            return Refusal.UNKNOWN_TRANSPORT;
        }
        if (!VERSION.equals(visit.parameter("EIO"))) {
            return Refusal.UNSUPPORTED_VERSION;
        }
        boolean get = HttpMethod.GET.equals(visit.method());
        if (visit.parameter("sid") == null && !get) {
            return Refusal.BAD_METHOD;
        }
        boolean upgrade =
                Upgrade.isAsked(
                        visit.list(HttpHeaderNames.CONNECTION),
                        visit.list(HttpHeaderNames.UPGRADE));
        boolean known = get || HttpMethod.POST.equals(visit.method());
        return known && upgrade == WEBSOCKET.equals(transport) ? null : Refusal.BAD_REQUEST;
    }

    private static boolean isSocket(Visit visit) {
        return WEBSOCKET.equals(visit.parameter("transport"));
    }

    private void begin(Visit visit, EngineApps.Maker app) {
        Channel channel = visit.channel();
        EngineSession session =
                new EngineSession(
                        newId(),
                        passes.of(channel.eventLoop()),
                        settings.limits().outgoingBytes(),
                        visits,
                        app::make,
                        gone -> sessions.remove(gone.id()));
        if (isSocket(visit)) {
            Switching.to(
                    visit,
                    false,
                    open -> {
                        sessions.put(session.id(), session);
                        session.begin(
                                open, open(session, List.of()), settings.patience().toMillis());
                        return socket(session, open);
                    });
        } else {
            sessions.put(session.id(), session);
            session.begin(null, open(session, List.of(WEBSOCKET)), settings.patience().toMillis());
            wait(session, visit);
        }
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private String open(EngineSession session, List<String> upgrades) {
        String names = upgrades.isEmpty() ? "" : "\"" + String.join("\",\"", upgrades) + "\"";
        return "{\"sid\":\"%s\",\"upgrades\":[%s],\"pingInterval\":%d,\"pingTimeout\":%d,\"maxPayload\":%d}"
                .formatted(
                        session.id(),
                        names,
                        settings.pingInterval().toMillis(),
                        settings.pingTimeout().toMillis(),
                        settings.limits().frameBytes());
    }

    private EngineSocket socket(EngineSession session, Channel channel) {
        return new EngineSocket(
                session, channel, new MessageReader(settings.limits().frameBytes(), false));
    }

    private void goOn(Visit visit, @Nullable EngineSession session) {
        if (session == null) {
            visits.refuse(visit, Refusal.UNKNOWN_SESSION);
        } else if (isSocket(visit)) {
            upgrade(visit, session);
        } else if (HttpMethod.GET.equals(visit.method())) {
            session.pass().loop().execute(() -> wait(session, visit));
        } else {
            post(visit, session);
        }
    }

    private void upgrade(Visit visit, EngineSession session) {
        Switching.to(visit, false, channel -> socket(session, channel));
    }

    private static void wait(EngineSession session, Visit visit) {
        visit.whenGone(() -> session.pass().loop().execute(() -> session.pollLost(visit)));
        session.polled(visit);
    }

    private void post(Visit visit, EngineSession session) {
        try {
            List<EnginePacket> packets = EnginePacket.readAll(visit.body());
            session.pass().loop().execute(() -> deliver(visit, session, packets));
        } catch (BadPacket e) {
            session.pass().loop().execute(session::abort);
            visits.refuse(visit, Refusal.BAD_REQUEST);
        }
    }

    private void deliver(Visit visit, EngineSession session, List<EnginePacket> packets) {
        if (session.isOnSocket()) {
            visits.refuse(visit, Refusal.BAD_REQUEST);
            return;
        }
        boolean all = packets.stream().allMatch(session::received);
        if (all) {
            visits.answer(
                    visit,
                    HttpResponseStatus.OK,
                    "text/html",
                    Unpooled.copiedBuffer("ok", StandardCharsets.UTF_8));
        } else {
            visits.refuse(visit, Refusal.BAD_REQUEST);
        }
    }
}
