package org.tumen.crawler.websub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Checks who pushed a document: {@code X-Hub-Signature: sha256=…}, an HMAC over its body (WebSub section 7.1). */
final class Signature {

    private static final Map<String, String> METHODS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private Signature() {}

    /** Also false when there is no signature, or one by a method that the recommendation does not know. */
    static boolean isValid(@Nullable String header, byte[] body, String secret) {
        var parts = header == null ? new String[0] : header.strip().split("=", 2);
        var method = parts.length == 2 ? METHODS.get(parts[0].toLowerCase(Locale.ROOT)) : null;
        if (method == null) {
            return false;
        }
        try {
            return MessageDigest.isEqual(HexFormat.of().parseHex(parts[1]), hmac(method, body, secret));
        } catch (IllegalArgumentException e) {
            return false; // No hexadecimal digits.
        }
    }

    static byte[] hmac(String method, byte[] body, String secret) {
        try {
            var mac = Mac.getInstance(method);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), method));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + method, e);
        }
    }
}
