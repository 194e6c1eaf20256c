package org.tumen.model.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a revision of an article differs from the one before it.
 *
 * @param kind what happened to the page
 * @param titleBefore the title of the revision before; null when it is the same
 * @param passages where the text was changed, in its order
 * @param complete whether the passages are all and whole; false when there were more than are listed, when one was cut
 *     off, or when the text of the revision before is not kept any more
 */
public record Change(ChangeKind kind, @Nullable String titleBefore, List<Passage> passages, boolean complete) {

    public Change {
        passages = List.copyOf(passages);
    }
}
