package io.github.simplechat.relay.netty;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The threads of this process that move bytes, one for each processor. Redis and the clients share
 * them, so that what one read from Redis brings is handed on without a change of thread and then
 * written once for each client.
 *
 * @param group the threads
 * @param channel what accepts clients on them
 */
public record EventLoops(EventLoopGroup group, Class<? extends ServerSocketChannel> channel)
        implements AutoCloseable {

    private static final Duration QUIET = Duration.ZERO;
    private static final Duration END = Duration.ofSeconds(2);

    /** Starts them; epoll where the system has it. */
    public static EventLoops start() {
        boolean epoll = Epoll.isAvailable();
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        return new EventLoops(
                new MultiThreadIoEventLoopGroup(
                        Runtime.getRuntime().availableProcessors(),
                        new DefaultThreadFactory("relay-loop", true),
                        io),
                epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class);
    }

    @Override
    public void close() {
        group.shutdownGracefully(QUIET.toMillis(), END.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(END.toMillis());
    }
}
