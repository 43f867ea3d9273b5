package io.github.simplechat.relay.platform.redis;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a Redis Cluster is: {@code redis-cluster://user:password@host:port,host:port}, or {@code
 * rediss-cluster://} with TLS. One node is enough to find the others.
 *
 * @param server the address of one of its servers, with everything that is true of all
 * @param nodes each as {@code host:port}
 */
record ClusterUrl(String server, List<String> nodes) {

    private static final Pattern URL =
            Pattern.compile("(?<scheme>rediss?)-cluster://(?<who>.*@)?(?<nodes>[^@/]+)/?");
    private static final Pattern NODE =
            Pattern.compile("(?<host>\\[[0-9a-fA-F:.]+]|[^:,\\[\\]\\s]+)(?::(?<port>\\d{1,5}))?");
    private static final String PORT = "6379";
    private static final int HIGHEST_PORT = 65_535;

    /** Whether a text claims to be one. */
    static boolean isOne(String text) {
        return text.startsWith("redis-cluster://") || text.startsWith("rediss-cluster://");
    }

    /** Whether a text is the address of one server, but names several. */
    static boolean isOneServerButSeveral(String text) {
        return text.matches("rediss?://.*")
                && text.substring(text.lastIndexOf('@') + 1).contains(",");
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none
     */
    static ClusterUrl parse(String text) {
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            throw new IllegalArgumentException("no cluster");
        }
        List<String> nodes =
                Arrays.stream(url.group("nodes").split(",", -1)).map(ClusterUrl::node).toList();
        String who = Objects.requireNonNullElse(url.group("who"), "");
        URI server = URI.create(url.group("scheme") + "://" + who + nodes.getFirst());
        return new ClusterUrl(server.toString(), nodes);
    }

    private static String node(String text) {
        Matcher node = NODE.matcher(text);
        if (!node.matches()) {
            throw new IllegalArgumentException("no node");
        }
        String port = node.group("port") == null ? PORT : node.group("port");
        int number = Integer.parseInt(port);
        if (number < 1 || number > HIGHEST_PORT) {
            throw new IllegalArgumentException("no port");
        }
        return node.group("host") + ":" + number;
    }
}
