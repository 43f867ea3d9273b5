package io.github.simplechat.query.platform;

import java.util.HexFormat;

/**
 * What many documents say, in 128 bits: the sum of their fingerprints, so their order does not
 * matter.
 *
 * @param high the first half of the sum
 * @param low the second half
 */
public record Digest(long high, long low) {

    /** Of no document. */
    public static final Digest NONE = new Digest(0, 0);

    /** With one document more. */
    public Digest plus(Fingerprint one) {
        long sum = low + one.low();
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        return new Digest(high + one.high() + carry, sum);
    }

    /** In 32 hexadecimal digits. */
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }
}
