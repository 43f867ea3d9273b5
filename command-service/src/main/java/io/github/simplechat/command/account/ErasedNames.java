package io.github.simplechat.command.account;

import io.github.simplechat.platform.personal.PersonalKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import org.springframework.stereotype.Component;

/**
 * What stands for the name of somebody who was erased: it tells whether a name is the same, and not
 * what it was. Made with a key that lies with the keys of persons, as that of nobody, so that
 * accounts without keys do not even let a name be guessed.
 */
@Component
final class ErasedNames {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final String MARK = "~"; // no username begins with it
    private static final String HMAC = "HmacSHA256";

    private final PersonalKeys keys;

    ErasedNames(PersonalKeys keys) {
        this.keys = keys;
    }

    static boolean isOne(String username) {
        return username.startsWith(MARK);
    }

    /** The same for the same name, always. */
    String of(String username) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(keys.sealing(NOBODY));
            return MARK
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
