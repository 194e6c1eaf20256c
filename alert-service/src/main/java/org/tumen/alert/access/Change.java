package org.tumen.alert.access;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a request changes, for the audit trail. That a change was made, by whom and where is written for every request that
 * succeeds; a controller that knows more takes this as an argument and says what was there before and is there now.
 */
public final class Change {

    private volatile @Nullable String before;
    private volatile @Nullable String after;
    private volatile @Nullable String who;

    private Change() {}

    /** That of the request. */
    public static Change of(ServerWebExchange exchange) {
        return (Change) exchange.getAttributes().computeIfAbsent(Change.class.getName(), _ -> new Change());
    }

    /**
     * Says what changed, without secrets.
     *
     * @param before null when there was nothing
     * @param after null when there is nothing any more
     */
    public void from(@Nullable String before, @Nullable String after) {
        this.before = before;
        this.after = after;
    }

    /** Says who it is that nobody could know before: somebody who has just logged in. */
    public void by(String name) {
        this.who = name;
    }

    public @Nullable String before() {
        return before;
    }

    public @Nullable String after() {
        return after;
    }

    public @Nullable String who() {
        return who;
    }
}
