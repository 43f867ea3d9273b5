package io.github.simplechat.relay.netty;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.platform.web.ProblemWriter;
import io.github.simplechat.relay.gateway.Addresses;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One HTTP request, and the way to answer it from any thread, once. */
final class Visit {

    private static final String FORWARDED_FOR = "x-forwarded-for";
    private static final String SCHEME = "Bearer ";
    private static final String PROBLEM = "application/problem+json";

    private final Channel channel;
    private final HttpMethod method;
    private final HttpHeaders headers;
    private final QueryStringDecoder address;
    private final byte[] body;
    private final ProblemWriter problems;
    private final Consumer<FullHttpResponse> answer;
    private volatile @Nullable Runnable whenGone;

    Visit(
            Channel channel,
            FullHttpRequest request,
            ProblemWriter problems,
            Consumer<FullHttpResponse> answer) {
        this.channel = channel;
        this.method = request.method();
        this.headers = request.headers();
        this.address = new QueryStringDecoder(request.uri());
        this.body = ByteBufUtil.getBytes(request.content());
        this.problems = problems;
        this.answer = answer;
    }

    /** Who waits long before answering hears when the peer has not waited. */
    void whenGone(Runnable listener) {
        whenGone = listener;
    }

    /** The peer has gone, without an answer. */
    void gone() {
        Runnable listener = whenGone;
        if (listener != null) {
            listener.run();
        }
    }

    Channel channel() {
        return channel;
    }

    /** The address that it came from, which counts for limits; null when it is not known. */
    @Nullable String address(Addresses addresses) {
        return channel.remoteAddress() instanceof InetSocketAddress peer
                ? addresses.of(peer.getAddress(), list(FORWARDED_FOR))
                : null;
    }

    HttpMethod method() {
        return method;
    }

    String path() {
        return address.rawPath();
    }

    byte[] body() {
        return body;
    }

    @Nullable String header(CharSequence name) {
        return headers.get(name);
    }

    /** All lines of a header that is a list. */
    @Nullable String list(CharSequence name) {
        List<String> lines = headers.getAll(name);
        return lines.isEmpty() ? null : String.join(",", lines);
    }

    @Nullable String parameter(String name) {
        List<String> values = address.parameters().getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.getFirst();
    }

    /** The token in {@code Authorization}. */
    @Nullable String token() {
        String header = headers.get(HttpHeaderNames.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }

    void refuse(Rejection why) {
        ProblemWriter.Document problem = problems.document(why, path());
        FullHttpResponse response =
                response(
                        HttpResponseStatus.valueOf(problem.status()),
                        PROBLEM,
                        problem.json().getBytes(StandardCharsets.UTF_8));
        if (problem.status() == HttpResponseStatus.UNAUTHORIZED.code()) {
            response.headers().set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
        }
        if (why.retryAfter() != null) {
            response.headers()
                    .set(HttpHeaderNames.RETRY_AFTER, Math.max(1, why.retryAfter().toSeconds()));
        }
        answer(response);
    }

    void json(HttpResponseStatus status, String json) {
        answer(response(status, "application/json", json.getBytes(StandardCharsets.UTF_8)));
    }

    void answer(FullHttpResponse response) {
        answer.accept(response);
    }

    static FullHttpResponse response(HttpResponseStatus status, String type, byte[] body) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, type)
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        return response;
    }
}
