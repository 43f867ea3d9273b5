package io.github.simplechat.relay.gateway;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From which address a connection came, where proxies stand in between. */
public final class Addresses {

    private static final int NETWORK_BYTES = 8;
    private static final int BYTE = 8;

    private record Network(InetAddress base, int bits) {

        static Network parse(String cidr) {
            String[] parts = cidr.split("/", 2);
            InetAddress base = InetAddress.ofLiteral(parts[0]);
            int all = base.getAddress().length * BYTE;
            int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > all) {
                throw new IllegalArgumentException(cidr + " is no network");
            }
            return new Network(base, bits);
        }

        boolean contains(InetAddress address) {
            byte[] bytes = address.getAddress();
            byte[] own = base.getAddress();
            if (bytes.length != own.length) {
                return false;
            }
            int whole = bits / BYTE;
            int rest = bits % BYTE;
            return Arrays.equals(bytes, 0, whole, own, 0, whole)
                    && (rest == 0 || ((bytes[whole] ^ own[whole]) & 0xff) >> (BYTE - rest) == 0);
        }
    }

    private final List<Network> proxies;

    /**
     * Believes some proxies.
     *
     * @param proxies addresses and networks, such as {@code 10.0.0.0/8}
     * @throws IllegalArgumentException when one of them is none
     */
    public Addresses(List<String> proxies) {
        this.proxies =
                proxies.stream()
                        .map(String::strip)
                        .filter(cidr -> !cidr.isEmpty())
                        .map(Network::parse)
                        .toList();
    }

    /**
     * The address that counts: the last one that is no proxy of ours; of IPv6 the network of 64
     * bits.
     *
     * @param forwarded what the proxies said, in {@code X-Forwarded-For}
     * @return null when only proxies are known, who speak for many
     */
    public @Nullable String of(InetAddress peer, @Nullable String forwarded) {
        String[] hops = forwarded == null ? new String[0] : forwarded.split(",", -1);
        int next = hops.length - 1;
        InetAddress at = peer;
        while (isProxy(at)) {
            if (next < 0) {
                return null;
            }
            try {
                at = InetAddress.ofLiteral(hops[next].strip());
            } catch (IllegalArgumentException e) {
                return null;
            }
            next--;
        }
        return key(at);
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(network -> network.contains(address));
    }

    private static String key(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                : address.getHostAddress();
    }
}
