package io.github.simplechat.command.account;

import io.jsonwebtoken.Jwts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/**
 * A key pair that access tokens are signed with, as Base64 of PKCS#8 and X.509. It signs from a
 * moment until its successor does.
 */
@Entity
@Table(name = "signing_key")
@NullUnmarked // JPA fills the fields
@SuppressWarnings("UnusedVariable") // and reads them
class SigningKey {

    /** What the first key succeeds. */
    static final String NONE = "none";

    private static final String ALGORITHM = "EC";

    @Id private String id;

    @Column(name = "private_key")
    private String privateKey;

    @Column(name = "public_key")
    private String publicKey;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "signs_from")
    private Instant signsFrom;

    @Column(name = "successor_of")
    private String successorOf;

    protected SigningKey() {}

    /** A new pair. */
    SigningKey(Instant now, Instant signsFrom, String successorOf) {
        KeyPair pair = Jwts.SIG.ES256.keyPair().build();
        Base64.Encoder base64 = Base64.getEncoder();
        this.id = UUID.randomUUID().toString();
        this.privateKey = base64.encodeToString(pair.getPrivate().getEncoded());
        this.publicKey = base64.encodeToString(pair.getPublic().getEncoded());
        this.createdAt = now;
        this.signsFrom = signsFrom;
        this.successorOf = successorOf;
    }

    String id() {
        return id;
    }

    void signFrom(Instant at) {
        signsFrom = at;
    }

    KeyRing.Key key() {
        try {
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            Base64.Decoder base64 = Base64.getDecoder();
            return new KeyRing.Key(
                    id,
                    keys.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(privateKey))),
                    (ECPublicKey)
                            keys.generatePublic(new X509EncodedKeySpec(base64.decode(publicKey))),
                    createdAt,
                    signsFrom);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signing key " + id + " is damaged.", e);
        }
    }
}
