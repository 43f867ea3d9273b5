package io.github.simplechat.relay.netty;

import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The write pass of each event loop. */
final class WritePasses {

    private final Map<EventLoop, WritePass> passes = new ConcurrentHashMap<>();

    WritePass of(EventLoop loop) {
        return passes.computeIfAbsent(loop, WritePass::new);
    }
}
