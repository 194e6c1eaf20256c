package org.tumen.classifier.match;

import java.util.Iterator;
import java.util.List;
import java.util.function.ToIntFunction;

/** All that one term says, sorted out once: a word of many frames is met in every article. It never changes. */
final class Uses implements Iterable<Use> {

    private static final int NO_FRAME = -1;

    static final Uses NONE = new Uses(List.of(), new int[0]);

    private final List<Use> uses;
    private final int kinds;
    private final List<Use.Trigger> triggers;
    private final int[] companions;
    private final int[] vetoes;
    private final int[] anywhere;
    private final int[] switches;

    /** With what the term turns on for the learned model. */
    Uses(List<Use> uses, int[] switches) {
        this.switches = switches;
        this.uses = List.copyOf(uses);
        this.kinds = uses.stream().mapToInt(use -> bit(use.says())).reduce(0, (one, other) -> one | other);
        this.triggers = uses.stream()
                .filter(Use.Trigger.class::isInstance)
                .map(Use.Trigger.class::cast)
                .toList();
        this.companions = frames(uses, use -> use instanceof Use.With(var frame) ? frame : NO_FRAME);
        this.vetoes = frames(uses, use -> use instanceof Use.Veto(var frame) ? frame : NO_FRAME);
        this.anywhere = frames(uses, use -> use instanceof Use.And(var frame) ? frame : NO_FRAME);
    }

    private static int[] frames(List<Use> uses, ToIntFunction<Use> frameOf) {
        return uses.stream()
                .mapToInt(frameOf)
                .filter(frame -> frame != NO_FRAME)
                .toArray();
    }

    boolean has(Use.Kind kind) {
        return (kinds & bit(kind)) != 0;
    }

    /** Which kinds they are, to be joined with those of other terms: a bit for each. */
    int kinds() {
        return kinds;
    }

    @SuppressWarnings("EnumOrdinal") // A set of kinds in one word of memory; nobody stores it.
    static int bit(Use.Kind kind) {
        return 1 << kind.ordinal();
    }

    List<Use.Trigger> triggers() {
        return triggers;
    }

    /** Frames of which the term is a companion; not to be changed. */
    int[] companions() {
        return companions;
    }

    /** Frames that the term speaks against; not to be changed. */
    int[] vetoes() {
        return vetoes;
    }

    /** Frames that want the term anywhere; not to be changed. */
    int[] anywhere() {
        return anywhere;
    }

    /** What the term turns on for the learned model, each once; not to be changed. */
    int[] switches() {
        return switches;
    }

    @Override
    public Iterator<Use> iterator() {
        return uses.iterator();
    }
}
