package org.tumen.classifier.match;

import org.jspecify.annotations.Nullable;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.feed.SourceKind;

/**
 * Who publishes a text.
 *
 * @param state whose outlet it is; null when that is no actor, or not known
 */
public record Outlet(SourceKind kind, @Nullable ActorId state) {

    /** Whether what it says of its state is the state's own word. */
    boolean speaksForState() {
        return kind == SourceKind.OFFICIAL || kind == SourceKind.STATE_MEDIA;
    }
}
