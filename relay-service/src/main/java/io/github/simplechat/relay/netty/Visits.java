package io.github.simplechat.relay.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** How requests of Engine.IO are answered: with what pages of which origins may read. */
final class Visits {

    /** Why a request is refused, with the numbers and words that clients of Engine.IO know. */
    enum Refusal {
        UNKNOWN_TRANSPORT(0, "Transport unknown"),
        UNKNOWN_SESSION(1, "Session ID unknown"),
        BAD_METHOD(2, "Bad handshake method"),
        BAD_REQUEST(3, "Bad request"),
        UNSUPPORTED_VERSION(5, "Unsupported protocol version");

        private final int code;
        private final String message;

        Refusal(int code, String message) {
            this.code = code;
            this.message = message;
        }
    }

    private static final String ANY = "*";

    private final Set<String> origins;

    /**
     * Answers for pages of some origins.
     *
     * @param origins such as {@code https://chat.example.org}; {@code *} for all
     */
    Visits(Set<String> origins) {
        this.origins = origins;
    }

    ByteBufAllocator allocator() {
        return ByteBufAllocator.DEFAULT;
    }

    void refuse(Visit visit, Refusal why) {
        String json = "{\"code\":%d,\"message\":\"%s\"}".formatted(why.code, why.message);
        answer(
                visit,
                HttpResponseStatus.BAD_REQUEST,
                "application/json",
                Unpooled.copiedBuffer(json, StandardCharsets.UTF_8));
    }

    void answer(Visit visit, HttpResponseStatus status, String type, ByteBuf body) {
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, type)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        allow(visit, response);
        visit.answer(response);
    }

    /** What a browser asks before a request with an {@code Authorization} header. */
    void answerPreflight(Visit visit) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT, Unpooled.EMPTY_BUFFER);
        response.headers()
                .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST")
                .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, "authorization, content-type")
                .set(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, "600");
        allow(visit, response);
        visit.answer(response);
    }

    private void allow(Visit visit, FullHttpResponse response) {
        String origin = visit.header(HttpHeaderNames.ORIGIN);
        if (origin != null && (origins.contains(ANY) || origins.contains(origin))) {
            response.headers()
                    .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                    .set(HttpHeaderNames.VARY, "Origin");
        }
    }
}
