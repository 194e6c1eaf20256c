package org.tumen.alert.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signs links (HMAC-SHA256). The key is loaded at its first use. Safe for use by many threads. */
final class LinkKey {

    private static final String ALGORITHM = "HmacSHA256";

    /** Half of what the algorithm gives is the least that RFC 2104 section 5 allows; links stay short. */
    private static final int SIGNATURE_BYTES = 16;

    private final Supplier<byte[]> load;
    private volatile @Nullable SecretKeySpec key;

    LinkKey(Supplier<byte[]> load) {
        this.load = load;
    }

    byte[] sign(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return Arrays.copyOf(mac.doFinal(text.getBytes(UTF_8)), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Takes the same time however much of the signature is right. */
    boolean hasSigned(String text, byte[] signature) {
        return MessageDigest.isEqual(sign(text), signature);
    }

    private SecretKeySpec key() {
        var known = key;
        if (known == null) {
            known = new SecretKeySpec(load.get(), ALGORITHM);
            key = known;
        }
        return known;
    }
}
