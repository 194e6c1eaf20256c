package org.tumen.classifier.match;

import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;

/** All that one term says, and at once of which kinds that is. It never changes. */
final class Uses implements Iterable<Use> {

    static final Uses NONE = new Uses(List.of());

    private final List<Use> uses;
    private final EnumSet<Use.Kind> kinds = EnumSet.noneOf(Use.Kind.class);

    Uses(List<Use> uses) {
        this.uses = List.copyOf(uses);
        uses.forEach(use -> kinds.add(use.says()));
    }

    boolean has(Use.Kind kind) {
        return kinds.contains(kind);
    }

    @Override
    public Iterator<Use> iterator() {
        return uses.iterator();
    }
}
