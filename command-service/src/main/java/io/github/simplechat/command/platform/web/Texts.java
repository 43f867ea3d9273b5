package io.github.simplechat.command.platform.web;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Text as it is kept: NFC, so that the same Korean syllable is the same text however it was typed.
 */
public final class Texts {

    private Texts() {}

    /**
     * The text in NFC.
     *
     * @throws Rejection when it is no Unicode text (half a surrogate pair)
     */
    public static String nfc(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new Rejection(Reason.INVALID_REQUEST, "The text holds half of a surrogate pair.");
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** The text in NFC, null for null. */
    public static @Nullable String nfcOrNull(@Nullable String text) {
        return text == null ? null : nfc(text);
    }
}
