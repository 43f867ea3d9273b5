package io.github.simplechat.platform.personal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals bytes with AES-256-GCM: the person's id, a nonce of 12 bytes, the cipher text and its tag
 * of 16 bytes. The id is authenticated too, so that a sealed value cannot be passed off as another
 * person's. Thread-safe.
 */
public final class Seal {

    private static final int ID = 2 * Long.BYTES;
    private static final int HEAD = ID + Nonces.BYTES;
    private static final int TAG = 16;

    private final PersonalKeys keys;
    private final Nonces nonces = new Nonces();
    private final Ciphers ciphers = new Ciphers();

    /** A seal with the keys of persons. */
    public Seal(PersonalKeys keys) {
        this.keys = keys;
    }

    /** Seals bytes for a person. */
    public byte[] seal(UUID personId, byte[] plain) {
        SecretKey key = keys.sealing(personId);
        byte[] sealed = new byte[HEAD + plain.length + TAG];
        nonces.next(
                ByteBuffer.wrap(sealed)
                        .putLong(personId.getMostSignificantBits())
                        .putLong(personId.getLeastSignificantBits()));
        try {
            ciphers.use(cipher -> {
                prepare(cipher, Cipher.ENCRYPT_MODE, key, sealed);
                return cipher.doFinal(plain, 0, plain.length, sealed, HEAD);
            });
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed.", e);
        }
        return sealed;
    }

    /**
     * Opens what was sealed; empty when the person was erased.
     *
     * @throws MissingKey when the key was lost
     * @throws IllegalStateException when it was not sealed like this, or was changed since
     */
    public Optional<byte[]> open(byte[] sealed) {
        if (sealed.length < HEAD + TAG) {
            throw new IllegalStateException("A sealed value is cut short.");
        }
        ByteBuffer head = ByteBuffer.wrap(sealed);
        return keys.opening(new UUID(head.getLong(), head.getLong())).map(key -> open(key, sealed));
    }

    private byte[] open(SecretKey key, byte[] sealed) {
        try {
            return ciphers.use(cipher -> {
                prepare(cipher, Cipher.DECRYPT_MODE, key, sealed);
                return cipher.doFinal(sealed, HEAD, sealed.length - HEAD);
            });
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed value was changed.", e);
        }
    }

    private static void prepare(Cipher cipher, int mode, SecretKey key, byte[] head)
            throws GeneralSecurityException {
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, head, ID, Nonces.BYTES));
        cipher.updateAAD(head, 0, ID);
    }
}
