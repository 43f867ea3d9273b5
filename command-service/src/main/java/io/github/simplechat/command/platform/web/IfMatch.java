package io.github.simplechat.command.platform.web;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header by which a client insists on the version that it has seen. */
public final class IfMatch {

    private static final Pattern ONE_VERSION = Pattern.compile("\"\\d{1,18}\"");

    private IfMatch() {}

    /**
     * The version, null when the client does not insist on one.
     *
     * @throws Rejection when the header is not one version in quotation marks, nor {@code *}
     */
    public static @Nullable Long version(@Nullable String header) {
        if (header == null || header.equals("*")) {
            return null;
        }
        if (!ONE_VERSION.matcher(header).matches()) {
            throw new Rejection(
                    Reason.INVALID_REQUEST,
                    "If-Match takes one version in quotation marks, as the ETag has it.");
        }
        return Long.valueOf(header.substring(1, header.length() - 1));
    }
}
