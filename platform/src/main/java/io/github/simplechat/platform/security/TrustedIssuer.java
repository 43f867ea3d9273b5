package io.github.simplechat.platform.security;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.SignatureAlgorithm;
import java.util.List;

/**
 * Whose tokens are believed.
 *
 * @param name what a token's {@code iss} must be
 * @param audience what a token's {@code aud} must contain
 * @param rolesClaim the claim that holds a person's roles
 * @param algorithms what its tokens may be signed with; nothing else is even tried
 * @param clockSkewSeconds how far its clock may be off
 * @param keys its keys
 */
record TrustedIssuer(
        String name,
        String audience,
        String rolesClaim,
        List<SignatureAlgorithm> algorithms,
        long clockSkewSeconds,
        VerificationKeys keys) {

    private static final long OUTSIDE_SKEW = 30;

    /** Ourselves. */
    static TrustedIssuer own(TokenSettings settings, VerificationKeys keys) {
        return new TrustedIssuer(
                settings.issuer(), settings.audience(), "roles", List.of(Jwts.SIG.ES256), 0, keys);
    }

    /** Somebody else; asymmetric signatures alone, so that a public key can never be a secret. */
    static TrustedIssuer outside(TokenSettings.Outside settings) {
        return new TrustedIssuer(
                settings.issuer(),
                settings.audience(),
                settings.rolesClaim(),
                List.of(
                        Jwts.SIG.RS256,
                        Jwts.SIG.RS384,
                        Jwts.SIG.RS512,
                        Jwts.SIG.PS256,
                        Jwts.SIG.PS384,
                        Jwts.SIG.PS512,
                        Jwts.SIG.ES256,
                        Jwts.SIG.ES384,
                        Jwts.SIG.ES512,
                        Jwts.SIG.EdDSA),
                OUTSIDE_SKEW,
                new RemoteJwks(settings.jwksUri()));
    }
}
