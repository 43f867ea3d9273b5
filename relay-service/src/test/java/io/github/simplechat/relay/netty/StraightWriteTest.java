package io.github.simplechat.relay.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.epoll.Epoll;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StraightWriteTest {

    /** More than any socket takes at once. */
    private static final int MUCH = 64 * 1024 * 1024;

    private final BlockingQueue<Channel> accepted = new LinkedBlockingQueue<>();
    private EventLoops loops;
    private Socket client;
    private Channel channel;

    @BeforeEach
    void connect() throws Exception {
        assumeTrue(Epoll.isAvailable(), "SKIPPED: this system has no epoll");
        loops = EventLoops.start();
        Channel server =
                new ServerBootstrap()
                        .group(loops.group())
                        .channel(loops.channel())
                        .childHandler(
                                new ChannelInitializer<>() {
                                    @Override
                                    protected void initChannel(Channel one) {
                                        accepted.add(one);
                                    }
                                })
                        .bind(InetAddress.getLoopbackAddress(), 0)
                        .sync()
                        .channel();
        client =
                new Socket(
                        InetAddress.getLoopbackAddress(),
                        ((InetSocketAddress) server.localAddress()).getPort());
        channel = accepted.take();
    }

    @AfterEach
    void close() throws IOException {
        if (loops != null) {
            client.close();
            loops.close();
        }
    }

    private int write(ByteBuf bytes) throws Exception {
        return onLoop(() -> StraightWrite.write(channel, bytes));
    }

    private <T> T onLoop(Callable<T> task) throws Exception {
        return channel.eventLoop().submit(task).get();
    }

    private static ByteBuf bytes(int count) {
        ByteBuf bytes = Unpooled.directBuffer(count);
        for (int i = 0; i < count; i++) {
            bytes.writeByte(i);
        }
        return bytes;
    }

    @Test
    void bytes_arrive_and_stay_in_the_buffer_for_others() throws Exception {
        ByteBuf shared = bytes(300);

        assertThat(write(shared)).isEqualTo(300);
        assertThat(write(shared)).isEqualTo(300);

        assertThat(shared.readableBytes()).isEqualTo(300);
        byte[] read = client.getInputStream().readNBytes(600);
        for (int i = 0; i < read.length; i++) {
            assertThat(read[i]).isEqualTo((byte) (i % 300 % 256));
        }
    }

    @Test
    void given_a_socket_that_takes_no_more_then_it_says_how_many_it_took_and_then_none()
            throws Exception {
        ByteBuf much = bytes(MUCH);

        int taken = write(much);

        assertThat(taken).isBetween(1, MUCH - 1);
        assertThat(write(much)).isZero();
    }

    @Test
    void given_bytes_that_wait_in_the_pipeline_then_nothing_overtakes_them() throws Exception {
        var _ = onLoop(() -> channel.writeAndFlush(bytes(MUCH)));

        assertThat(write(bytes(10))).isZero();
    }

    @Test
    void given_a_socket_of_another_kind_or_a_broken_one_then_none() throws Exception {
        assertThat(StraightWrite.write(new EmbeddedChannel(), bytes(10))).isZero();

        channel.close().sync();

        assertThat(write(bytes(10))).isZero();
    }
}
