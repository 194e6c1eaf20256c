package org.tumen.model.article;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Identifies an article in all services: the lower-case hex SHA-256 of its canonical URL. */
public record ArticleId(@JsonValue String value) {

    private static final Pattern SHA_256_HEX = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator
    public ArticleId {
        if (!SHA_256_HEX.matcher(value).matches()) {
            throw new IllegalArgumentException("articleId: " + value + " (expected: 64 lower-case hex digits)");
        }
    }

    /** The id of the article at this address, which must be canonical already. */
    public static ArticleId of(URI canonicalUrl) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(canonicalUrl.toString().getBytes(StandardCharsets.UTF_8));
            return new ArticleId(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
