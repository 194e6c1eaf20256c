package org.tumen.alert.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.tumen.alert.problem.Problem;

/**
 * A page of a list.
 *
 * @param items in the order of the list
 * @param next the {@code cursor} of the page that follows; null at the end. What is in it may change with any version
 */
public record Page<T>(List<T> items, @Nullable String next) {

    private static final int MOST = 200;

    /** Longer ones are not ours. */
    private static final int LONGEST_CURSOR = 400;

    public Page {
        items = List.copyOf(items);
    }

    /** Of what was found when one more than the limit was asked for. */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> place) {
        return of(found, limit, place, Function.identity());
    }

    /**
     * Of what was found when one more than the limit was asked for.
     *
     * @param place of an item in the list, from which the next page goes on
     * @param shown an item as it is answered
     */
    public static <S, T> Page<T> of(List<S> found, int limit, Function<S, String> place, Function<S, T> shown) {
        var items = found.stream().limit(limit).toList();
        var next = found.size() > limit ? cursor(place.apply(items.getLast())) : null;
        return new Page<>(items.stream().map(shown).toList(), next);
    }

    /** One thing with an ETag of its content, which is the same as long as its parts are. */
    public static <T extends Record> ResponseEntity<T> tagged(T one) {
        return ResponseEntity.ok().eTag(tag(one.toString().getBytes(UTF_8))).body(one);
    }

    /** The weak ETag of this content. */
    static String tag(byte[] content) {
        return "W/\"" + digest(content) + "\"";
    }

    static String digest(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The limit, when it is allowed. */
    public static int size(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.field("limit", limit, "1 to " + MOST);
        }
        return limit;
    }

    /** The place that a cursor names; empty for the beginning. */
    public static String text(String cursor) {
        try {
            if (cursor.length() <= LONGEST_CURSOR) {
                return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            }
        } catch (IllegalArgumentException _) {
            // Told below.
        }
        throw notOurs(cursor);
    }

    /** The place that a cursor names as a number. */
    public static long number(String cursor, long beginning) {
        var text = text(cursor);
        if (text.isEmpty()) {
            return beginning;
        }
        if (!text.matches("\\d{1,18}")) {
            throw notOurs(cursor);
        }
        return Long.parseLong(text);
    }

    private static String cursor(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
    }

    private static Problem notOurs(String cursor) {
        return Problem.field(
                "cursor",
                cursor.length() > LONGEST_CURSOR ? "too long" : cursor,
                "the next of the page before, or none");
    }
}
