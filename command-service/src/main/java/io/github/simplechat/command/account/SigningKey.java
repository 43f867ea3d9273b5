package io.github.simplechat.command.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A key pair that access tokens are signed with, as Base64 of PKCS#8 and X.509. */
@Entity
@Table(name = "signing_key")
@NullUnmarked // JPA fills the fields
@SuppressWarnings("UnusedVariable") // and reads them
class SigningKey {

    @Id private String id;

    @Column(name = "private_key")
    private String privateKey;

    @Column(name = "public_key")
    private String publicKey;

    @Column(name = "created_at")
    private Instant createdAt;

    protected SigningKey() {}

    SigningKey(String id, String privateKey, String publicKey, Instant createdAt) {
        this.id = id;
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.createdAt = createdAt;
    }

    String id() {
        return id;
    }

    String privateKey() {
        return privateKey;
    }

    String publicKey() {
        return publicKey;
    }
}
