package io.github.simplechat.standalone;

import io.github.simplechat.platform.startup.CannotStart;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** Looks whether ports are free, before anything is started that would have to be stopped again. */
final class Ports {

    private Ports() {}

    static void requireFree(List<Integer> ports) {
        ports.forEach(Ports::requireFree);
    }

    private static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new CannotStart(
                    "port %d is already in use; stop what uses it or choose another port."
                            .formatted(port),
                    e);
        }
    }
}
