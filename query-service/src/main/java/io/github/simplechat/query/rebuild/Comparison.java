package io.github.simplechat.query.rebuild;

/**
 * What was found when a generation was compared with the one that serves.
 *
 * @param digest of the new one, 32 hexadecimal digits
 * @param oldDigest of the one that serves
 * @param differing how many documents are not the same in both
 */
public record Comparison(String digest, String oldDigest, long differing) {

    /** Whether both say the same. */
    public boolean nothingDiffers() {
        return differing == 0;
    }
}
