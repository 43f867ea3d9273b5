package io.github.simplechat.relay.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.Socket;
import java.io.IOException;

/**
 * Gives bytes that many connections share to a socket without the way through its pipeline, on
 * which each would need a view, a promise and an entry of its own. Only where nothing of the
 * pipeline waits before them, and nothing in it would change them.
 */
final class StraightWrite {

    private StraightWrite() {}

    /**
     * Writes, on the event loop.
     *
     * @return how many bytes the socket took; 0 when it is one of another kind, when it takes no
     *     more, and when it is broken: the pipeline meets the same and knows what to do
     */
    static int write(Channel channel, ByteBuf bytes) {
        if (!(channel instanceof EpollSocketChannel epoll)
                || !(epoll.fd() instanceof Socket socket)
                || !bytes.hasMemoryAddress()
                || isWaiting(channel)) {
            return 0;
        }
        try {
            int sent =
                    socket.sendAddress(
                            bytes.memoryAddress(), bytes.readerIndex(), bytes.writerIndex());
            return Math.max(0, sent);
        } catch (IOException e) {
            return 0;
        }
    }

    private static boolean isWaiting(Channel channel) {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        return waiting == null || !waiting.isEmpty();
    }
}
