package io.github.simplechat.relay.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** The official Socket.IO client in JavaScript. */
public final class NodeClient {

    private static final String PACKAGE = "socket.io-client@4.8.4";
    private static final Path MODULE = Programs.FOLDER.resolve("node_modules/socket.io-client");

    /** Its build for browsers. */
    public static final Path SCRIPT = MODULE.resolve("dist/socket.io.min.js");

    private NodeClient() {}

    /** Gets it when it is not there; a test that cannot have it is skipped, and says so. */
    public static void install() {
        String folder = Programs.FOLDER.toString();
        boolean there =
                Files.isDirectory(MODULE)
                        || Programs.run(
                                        "npm",
                                        "install",
                                        "--silent",
                                        "--no-audit",
                                        "--no-fund",
                                        "--prefix",
                                        folder,
                                        PACKAGE)
                                .succeeded();
        assumeThat(there).as("Node and its Socket.IO client can be had").isTrue();
    }
}
