package org.tumen.alert;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A provider of identities (OpenID Connect) that says what a test wants of whoever comes. */
final class IdentityProvider implements AutoCloseable {

    static final String CLIENT = "tumen";

    private final MockWebServer server = new MockWebServer();
    private final RSAKey key;
    private volatile String nonce = "";
    private volatile List<String> groups = List.of();

    IdentityProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("of-a-test").generate();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return requireNonNull(request.getUrl()).encodedPath().equals("/keys")
                        ? json(new JWKSet(key.toPublicJWK()).toString())
                        : json("{\"access_token\": \"a\", \"token_type\": \"Bearer\", \"id_token\": \"" + token()
                                + "\"}");
            }
        });
        server.start();
    }

    /** Of whoever comes next. */
    void says(String nonce, List<String> groups) {
        this.nonce = nonce;
        this.groups = groups;
    }

    String url(String path) {
        return server.url(path).toString();
    }

    @Override
    public void close() {
        server.close();
    }

    private String token() {
        try {
            var claims = new JWTClaimsSet.Builder()
                    .issuer("https://id.example.org")
                    .subject("248289761001")
                    .audience(CLIENT)
                    .issueTime(Date.from(Instant.now()))
                    .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                    .claim("nonce", nonce)
                    .claim("preferred_username", "admin")
                    .claim("groups", groups)
                    .build();
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }
}
