package org.tumen.alert.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a thing whose changes are numbered must be like for a request to change it (RFC 9110 sections 13.1.1 and 13.1.2). An
 * ETag of it begins with the number of its last change. Where it is shown with what changes by itself, a digest of that follows
 * after a hyphen: it tells readers of every difference, and hinders nobody from changing the thing.
 *
 * @param ifMatch the header of this name; null when it was not sent
 * @param ifNoneMatch likewise
 */
public record Precondition(
        @Nullable String ifMatch, @Nullable String ifNoneMatch) {

    /** Whatever it is like. */
    public static final Precondition NONE = new Precondition(null, null);

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})(?:-[0-9a-f]+)?\"");

    /** The ETag of a thing that is shown as it was last changed. */
    public static String tag(long change) {
        return "\"" + change + "\"";
    }

    /** The ETag of a thing that is shown with what changes by itself. */
    public static String tag(long change, Record shown) {
        return "\"" + change + "-" + Page.digest(shown.toString().getBytes(UTF_8)) + "\"";
    }

    /**
     * Whether it is like that.
     *
     * @param change the number of the last change of what is there; empty when there is nothing
     */
    public boolean holds(Optional<Long> change) {
        return (ifMatch == null || names(ifMatch, change)) && (ifNoneMatch == null || !names(ifNoneMatch, change));
    }

    /** Whether it holds for whatever is there, so that a change meanwhile does not matter. */
    public boolean namesNoState() {
        return ifNoneMatch == null && (ifMatch == null || ifMatch.strip().equals("*"));
    }

    private static boolean names(String tags, Optional<Long> change) {
        return change.isPresent()
                && List.of(tags.strip().split("\\s*,\\s*", -1)).stream()
                        .anyMatch(tag -> tag.equals("*") || isOf(tag, change.get()));
    }

    /** A weak one is nobody's: it does not say enough to change what it names (RFC 9110 section 8.8.3.2). */
    private static boolean isOf(String tag, long change) {
        var said = TAG.matcher(tag);
        return said.matches() && Long.parseLong(said.group(1)) == change;
    }
}
