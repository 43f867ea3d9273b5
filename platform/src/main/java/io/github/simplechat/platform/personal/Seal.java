package io.github.simplechat.platform.personal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals bytes with AES-256-GCM: the person's id, 12 random bytes, the cipher text and its tag of 16
 * bytes. The id is authenticated too, so that a sealed value cannot be passed off as another
 * person's. Thread-safe.
 */
public final class Seal {

    private static final int ID = 2 * Long.BYTES;
    private static final int NONCE = 12;
    private static final int HEAD = ID + NONCE;
    private static final int TAG = 16;

    private final PersonalKeys keys;
    private final SecureRandom random = new SecureRandom();

    /** A seal with the keys of persons. */
    public Seal(PersonalKeys keys) {
        this.keys = keys;
    }

    /** Seals bytes for a person. */
    public byte[] seal(UUID personId, byte[] plain) {
        SecretKey key = keys.sealing(personId);
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = new byte[HEAD + plain.length + TAG];
        ByteBuffer.wrap(sealed)
                .putLong(personId.getMostSignificantBits())
                .putLong(personId.getLeastSignificantBits())
                .put(nonce);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, sealed).doFinal(plain, 0, plain.length, sealed, HEAD);
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

    private static byte[] open(SecretKey key, byte[] sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, sealed)
                    .doFinal(sealed, HEAD, sealed.length - HEAD);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed value was changed.", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] head)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, head, ID, NONCE));
        cipher.updateAAD(head, 0, ID);
        return cipher;
    }
}
