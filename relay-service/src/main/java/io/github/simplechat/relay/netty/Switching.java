package io.github.simplechat.relay.netty;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.relay.websocket.Deflation;
import io.github.simplechat.relay.websocket.Upgrade;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.function.Function;

/** Turns an HTTP connection into a WebSocket; what HTTP needed is let go. */
final class Switching {

    static final AsciiString EXTENSIONS = AsciiString.cached("sec-websocket-extensions");

    private static final AsciiString KEY = AsciiString.cached("sec-websocket-key");
    private static final AsciiString VERSION = AsciiString.cached("sec-websocket-version");
    private static final AsciiString ACCEPT = AsciiString.cached("sec-websocket-accept");

    private Switching() {}

    /**
     * Agrees to a handshake, or refuses it when it is none. On the channel's event loop.
     *
     * @param packs whether the extension is agreed to
     * @param socket makes the handler of what comes from then on
     */
    static void to(Visit visit, boolean packs, Function<Channel, ChannelHandler> socket) {
        String key = visit.header(KEY);
        if (!HttpMethod.GET.equals(visit.method())
                || !Upgrade.isAsked(
                        visit.list(HttpHeaderNames.CONNECTION), visit.list(HttpHeaderNames.UPGRADE))
                || key == null
                || !Upgrade.isKey(key)) {
            visit.refuse(
                    new Rejection(
                            Reason.INVALID_REQUEST,
                            "Only a WebSocket handshake is answered here."));
        } else if (!Upgrade.VERSION.equals(visit.header(VERSION))) {
            visit.answer(otherVersion());
        } else {
            switchOver(visit.channel(), agreed(key, packs), socket);
        }
    }

    private static FullHttpResponse otherVersion() {
        FullHttpResponse response =
                Visit.response(HttpResponseStatus.UPGRADE_REQUIRED, "text/plain", new byte[0]);
        response.headers()
                .set(HttpHeaderNames.UPGRADE, "websocket")
                .set(HttpHeaderNames.CONNECTION, "upgrade")
                .set(VERSION, Upgrade.VERSION);
        return response;
    }

    private static FullHttpResponse agreed(String key, boolean packs) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, HttpResponseStatus.SWITCHING_PROTOCOLS);
        response.headers()
                .set(HttpHeaderNames.UPGRADE, "websocket")
                .set(HttpHeaderNames.CONNECTION, "Upgrade")
                .set(ACCEPT, Upgrade.accept(key));
        if (packs) {
            response.headers().set(EXTENSIONS, Deflation.AGREED);
        }
        return response;
    }

    private static void switchOver(
            Channel channel, FullHttpResponse response, Function<Channel, ChannelHandler> socket) {
        if (!channel.isActive()) {
            return;
        }
        ChannelPipeline pipeline = channel.pipeline();
        List<String> http = pipeline.names();
        var _ = channel.writeAndFlush(response);
        pipeline.addLast(socket.apply(channel));
        http.stream().filter(name -> pipeline.get(name) != null).forEach(pipeline::remove);
    }
}
