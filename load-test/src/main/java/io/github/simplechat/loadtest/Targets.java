package io.github.simplechat.loadtest;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the services are. Options that the commands share. */
public final class Targets {

    @Option(
            names = "--command-url",
            paramLabel = "URL",
            description = "command-service, default ${DEFAULT-VALUE}")
    private URI commandUrl = URI.create("http://localhost:8080");

    @Option(
            names = "--query-url",
            paramLabel = "URL",
            description = "query-service, default ${DEFAULT-VALUE}")
    private URI queryUrl = URI.create("http://localhost:8080");

    @Option(
            names = "--live-url",
            paramLabel = "URL",
            description = "relay-service, default ${DEFAULT-VALUE}")
    private URI liveUrl = URI.create("ws://localhost:8090/ws");

    /** Where commands go. */
    public URI commandUrl() {
        return commandUrl;
    }

    /** Where queries go. */
    public URI queryUrl() {
        return queryUrl;
    }

    /** Where the live feed is. */
    public URI liveUrl() {
        return liveUrl;
    }

    /**
     * Checks the addresses.
     *
     * @param remote whether they may be on another machine
     * @throws BadArguments for an address of the wrong kind or place
     */
    public void check(boolean remote) {
        require("--command-url", commandUrl, List.of("http", "https"), remote);
        require("--query-url", queryUrl, List.of("http", "https"), remote);
        require("--live-url", liveUrl, List.of("ws", "wss"), remote);
    }

    private static void require(String option, URI url, List<String> schemes, boolean remote) {
        String host = url.getHost();
        if (host == null || !schemes.contains(url.getScheme())) {
            throw new BadArguments(
                    "%s needs an address that begins with %s://, not %s."
                            .formatted(option, schemes.getFirst(), url));
        }
        if (!remote && !isHere(host)) {
            throw new BadArguments(
                    "%s %s is not on this machine; give --allow-remote if you may load it."
                            .formatted(option, url));
        }
    }

    private static boolean isHere(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
