package io.github.simplechat.relay.netty;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.platform.web.ProblemWriter;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP side of a connection: takes each request to the first of the places that wants it. A
 * peer that says nothing for a while is closed.
 */
final class HttpDoor extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger log = LoggerFactory.getLogger(HttpDoor.class);
    private static final long PATIENCE_SECONDS = 20;

    private final List<Place> places;
    private final ProblemWriter problems;
    private @Nullable Future<?> impatience;
    private @Nullable Visit waiting;

    HttpDoor(List<Place> places, ProblemWriter problems) {
        this.places = places;
        this.problems = problems;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        await(context);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        heard();
    }

    private void await(ChannelHandlerContext context) {
        impatience =
                context.executor()
                        .schedule(() -> shut(context), PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static void shut(ChannelHandlerContext context) {
        var _ = context.close();
    }

    private void heard() {
        if (impatience != null) {
            impatience.cancel(false);
            impatience = null;
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        heard();
        boolean stays = HttpUtil.isKeepAlive(request) && request.decoderResult().isSuccess();
        Visit visit =
                new Visit(
                        context.channel(),
                        request,
                        problems,
                        response -> answer(context, response, stays));
        waiting = visit;
        if (!request.decoderResult().isSuccess()) {
            visit.refuse(new Rejection(Reason.INVALID_REQUEST, "This is not an HTTP request."));
        } else if (places.stream().noneMatch(place -> place.takes(visit))) {
            visit.refuse(new Rejection(Reason.NOT_FOUND, "There is nothing here."));
        }
    }

    private void answer(ChannelHandlerContext context, FullHttpResponse response, boolean stays) {
        context.executor().execute(() -> write(context, response, stays));
    }

    private void write(ChannelHandlerContext context, FullHttpResponse response, boolean stays) {
        waiting = null;
        HttpUtil.setKeepAlive(response, stays);
        var written = context.writeAndFlush(response);
        if (stays) {
            heard();
            await(context);
        } else {
            var _ = written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (waiting != null) {
            waiting.gone();
        }
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        log.debug("A connection broke: {}", failure.getMessage());
        shut(context);
    }
}
