package org.tumen.crawler.poll;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.http.HttpOutcome.Redirect;

/**
 * Where a feed is while it is not where its configuration says. A permanent redirect is believed after it led to a
 * readable feed several times in a row: maintenance pages and hotel networks redirect for good, too.
 *
 * @param to its address now; null when it is where its configuration says
 * @param seen where permanent redirects led to last; null when there was none
 * @param times how many polls in a row they led there
 */
record Move(@Nullable URI to, @Nullable URI seen, int times) {

    static final Move NONE = new Move(null, null, 0);

    /** NewsBlur waits for ten; at an hour between two polls five are half a working day. */
    private static final int BELIEVED = 5;

    /** After so many failures in a row at the new address the old one is asked again. */
    private static final int DOUBTED = 3;

    /** After a poll that found a feed at the end of these redirects. */
    Move found(List<Redirect> redirects) {
        var target = permanentTarget(redirects);
        if (target == null) {
            return new Move(to, null, 0);
        }
        var count = target.equals(seen) ? times + 1 : 1;
        return count >= BELIEVED ? new Move(target, null, 0) : new Move(to, target, count);
    }

    /** After so many failures in a row. */
    Move failed(int failures) {
        return failures >= DOUBTED ? NONE : new Move(to, null, 0);
    }

    /** The end of the permanent redirects at the beginning of the way; a temporary one is not for keeping. */
    private static @Nullable URI permanentTarget(List<Redirect> redirects) {
        URI target = null;
        for (var redirect : redirects) {
            if (!redirect.isPermanent()) {
                break;
            }
            target = redirect.to();
        }
        return target;
    }
}
