package io.github.simplechat.command.room.web;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.room.Attachment;
import io.github.simplechat.command.platform.web.Texts;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;

/** A reference to a file; the file itself lies elsewhere. */
record AttachmentBody(
        @NotNull
                @Size(max = 2_000)
                @Pattern(regexp = "(?i)https?://.+", message = "must be an http or https address")
                String url,
        @NotBlank @Size(max = 255) String name,
        @NotNull
                @Size(max = 127)
                @Pattern(
                        regexp = "[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+",
                        message = "must be a media type such as image/png")
                String mediaType,
        @NotNull @Min(0) Long size) {

    Attachment toAttachment() {
        return new Attachment(address(url), Texts.nfc(name), mediaType, size);
    }

    private static String address(String url) {
        try {
            if (new URI(url).getHost() != null) {
                return Texts.nfc(url);
            }
        } catch (URISyntaxException e) {
            // as refused as an address without a host
        }
        throw new Rejection(Reason.INVALID_REQUEST, "The address of an attachment is not a URL.");
    }
}
