package io.github.simplechat.relay.netty;

import io.github.simplechat.platform.web.ProblemWriter;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.SmartLifecycle;

/**
 * The live port on Netty. It is open before the relay begins and closes after it, as a servlet
 * container's port would.
 */
public final class LiveServer implements SmartLifecycle {

    private static final int BACKLOG = 4_096;
    private static final int READ_BYTES = 2_048;

    private final EventLoops loops;
    private final InetSocketAddress address;
    private final List<Place> places;
    private final ProblemWriter problems;
    private final int bodyBytes;
    private volatile @Nullable Channel channel;

    LiveServer(
            EventLoops loops,
            InetSocketAddress address,
            List<Place> places,
            ProblemWriter problems,
            int bodyBytes) {
        this.loops = loops;
        this.address = address;
        this.places = places;
        this.problems = problems;
        this.bodyBytes = bodyBytes;
    }

    @Override
    public void start() {
        ChannelFuture bound =
                new ServerBootstrap()
                        .group(loops.group())
                        .channel(loops.channel())
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(
                                ChannelOption.RECVBUF_ALLOCATOR,
                                new FixedRecvByteBufAllocator(READ_BYTES))
                        .childHandler(
                                new ChannelInitializer<Channel>() {
                                    @Override
                                    protected void initChannel(Channel client) {
                                        welcome(client);
                                    }
                                })
                        .bind(address)
                        .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new PortInUseException(address.getPort(), bound.cause());
        }
        channel = bound.channel();
    }

    private void welcome(Channel client) {
        client.pipeline()
                .addLast(
                        new HttpServerCodec(),
                        new HttpObjectAggregator(bodyBytes),
                        new HttpDoor(places, problems));
    }

    @Override
    public void stop() {
        Channel open = channel;
        channel = null;
        if (open != null) {
            open.close().awaitUninterruptibly();
        }
    }

    @Override
    public boolean isRunning() {
        return channel != null;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    /** The port that it listens on. */
    public int port() {
        Channel open = channel;
        return open != null && open.localAddress() instanceof InetSocketAddress local
                ? local.getPort()
                : -1;
    }
}
