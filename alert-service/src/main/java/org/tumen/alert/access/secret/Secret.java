package org.tumen.alert.access.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random words that stand for somebody, and what is kept of them. */
public final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Beyond any guessing; NIST SP 800-63B section 5.1.4 asks for 112 bits where only a hash is kept. */
    private static final int BYTES = 32;

    /** Without those that are taken for another when somebody reads them off a screen. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int LETTERS_OF_A_GROUP = 5;

    private Secret() {}

    /** 256 random bits, in Base64 for URLs. */
    public static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A password for one use that a person can type: 99 random bits, as {@code k7m2p-…}. */
    public static String password() {
        var word = new StringBuilder();
        for (var group = 0; group < GROUPS; group++) {
            word.append(group == 0 ? "" : "-");
            for (var letter = 0; letter < LETTERS_OF_A_GROUP; letter++) {
                word.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
            }
        }
        return word.toString();
    }

    /** What is kept of a random secret. It needs no salt and no slow hash: nobody can try 2^256 of them. */
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
