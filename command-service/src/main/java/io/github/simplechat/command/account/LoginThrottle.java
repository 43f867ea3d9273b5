package io.github.simplechat.command.account;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.command.platform.rate.RateLimit;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing. Counts before a password is looked at, because looking is what costs; what
 * an address used for logging in well it gets back, because many people may share one. Thread-safe.
 */
@Component
final class LoginThrottle {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int NETWORK_BYTES = 8;

    private final RateLimit<String> names;
    private final RateLimit<String> addresses;

    LoginThrottle(LoginSettings settings) {
        this.names = new RateLimit<>(settings.perName(), MINUTE, settings.perName());
        this.addresses = new RateLimit<>(settings.perAddress(), MINUTE, settings.perAddress());
    }

    /**
     * Takes an attempt.
     *
     * @throws Rejection {@code rate-limited}, with how long to wait
     */
    void attempt(String username, String address) {
        names.take(username).ifPresent(LoginThrottle::refuse);
        addresses.take(network(address)).ifPresent(LoginThrottle::refuse);
    }

    /** The attempt was a good one. */
    void succeeded(String address) {
        addresses.giveBack(network(address));
    }

    /** One person has a whole network of IPv6 addresses. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        return bytes.length > NETWORK_BYTES
                ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES))
                : address;
    }

    private static void refuse(Duration wait) {
        throw new Rejection(
                Reason.RATE_LIMITED, "Too many attempts to log in; wait and try again.", wait);
    }
}
