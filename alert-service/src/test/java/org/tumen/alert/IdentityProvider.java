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
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A provider of identities in this process, found by its issuer as OpenID Connect Discovery has it. It keeps to the code flow: a
 * code is good once, for the client and the address that asked for it, with the verifier of its challenge (RFC 7636).
 */
final class IdentityProvider {

    static final String CLIENT = "tumen";
    static final String SECRET = "known to the client alone";

    private final MockWebServer server = new MockWebServer();
    private final Map<String, AuthenticationRequest> codes = new ConcurrentHashMap<>();
    private final RSAKey key;
    private volatile List<String> groups = List.of();
    private volatile String subject = "";
    private volatile boolean replaysTokens;

    IdentityProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("of-a-test").generate();
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return answer(request);
                }
            });
            server.start();
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return server.url("/").toString().replaceAll("/$", "");
    }

    /** Whoever comes next is this person, in these groups. */
    void knows(String subject, List<String> groups) {
        this.subject = subject;
        this.groups = groups;
        this.replaysTokens = false;
    }

    /** Whoever comes next gets a token that was made for another login. */
    void replaysTokens() {
        replaysTokens = true;
    }

    private MockResponse answer(RecordedRequest request) {
        var url = requireNonNull(request.getUrl());
        try {
            return switch (url.encodedPath()) {
                case "/.well-known/openid-configuration" -> json(metadata());
                case "/keys" -> json(new JWKSet(key.toPublicJWK()).toString());
                case "/authorize" -> authorized(AuthenticationRequest.parse(url.uri()));
                case "/token" -> json(tokens(TokenRequest.parse(asSent(request))));
                case "/userinfo" -> json("{\"sub\": \"" + subject + "\"}");
                default -> new MockResponse.Builder().code(404).build();
            };
        } catch (ParseException | IllegalArgumentException fault) {
            return new MockResponse.Builder()
                    .code(400)
                    .addHeader("Content-Type", "application/json")
                    .body("{\"error\": \"invalid_grant\", \"error_description\": \"" + fault.getMessage() + "\"}")
                    .build();
        }
    }

    private String metadata() {
        return """
                {"issuer": "ISSUER", "authorization_endpoint": "ISSUER/authorize", "token_endpoint": "ISSUER/token",
                 "jwks_uri": "ISSUER/keys", "userinfo_endpoint": "ISSUER/userinfo", "subject_types_supported": ["public"],
                 "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"],
                 "code_challenge_methods_supported": ["S256"]}""".replace("ISSUER", issuer());
    }

    /** Sends the browser back with a code, as if somebody had logged in here. */
    private MockResponse authorized(AuthenticationRequest request) {
        check("client", request.getClientID().getValue(), CLIENT);
        check("challenge", request.getCodeChallengeMethod(), CodeChallengeMethod.S256);
        var code = UUID.randomUUID().toString();
        codes.put(code, request);
        var state = request.getState() == null ? new State("none") : request.getState();
        return new MockResponse.Builder()
                .code(302)
                .addHeader("Location", request.getRedirectionURI() + "?code=" + code + "&state=" + state)
                .build();
    }

    private String tokens(TokenRequest request) {
        if (!(request.getAuthorizationGrant() instanceof AuthorizationCodeGrant grant)
                || !(request.getClientAuthentication() instanceof ClientSecretBasic client)) {
            throw new IllegalArgumentException("neither a code nor a secret");
        }
        check("client", client.getClientID().getValue(), CLIENT);
        check("secret", client.getClientSecret().getValue(), SECRET);
        var asked = codes.remove(grant.getAuthorizationCode().getValue());
        if (asked == null) {
            throw new IllegalArgumentException("the code is not good, or was used before");
        }
        check("redirect", grant.getRedirectionURI(), asked.getRedirectionURI());
        check(
                "verifier",
                CodeChallenge.compute(CodeChallengeMethod.S256, requireNonNull(grant.getCodeVerifier(), "verifier")),
                asked.getCodeChallenge());
        var nonce = replaysTokens ? "of another login" : String.valueOf(asked.getNonce());
        return "{\"access_token\": \"a\", \"token_type\": \"Bearer\", \"id_token\": \"" + signed(nonce) + "\"}";
    }

    private String signed(String nonce) {
        try {
            var claims = new JWTClaimsSet.Builder()
                    .issuer(issuer())
                    .subject(subject)
                    .audience(CLIENT)
                    .issueTime(Date.from(Instant.now()))
                    .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                    .claim("nonce", nonce)
                    .claim("preferred_username", "admin")
                    .claim("groups", groups)
                    .build();
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HTTPRequest asSent(RecordedRequest request) {
        var sent = new HTTPRequest(HTTPRequest.Method.POST, URI.create("https://id.example.org/token"));
        for (var name : List.of("Content-Type", "Authorization")) {
            sent.setHeader(name, request.getHeaders().get(name));
        }
        sent.setBody(requireNonNull(request.getBody()).utf8());
        return sent;
    }

    private static void check(String what, Object given, Object expected) {
        if (!given.equals(expected)) {
            throw new IllegalArgumentException(what + ": " + given + " (expected: " + expected + ")");
        }
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }
}
