package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToIntFunction;

/** All that one term says, sorted out once: a word of many frames is met in every article. It never changes. */
final class Uses implements Iterable<Use> {

    private static final int[] NO_FRAMES = {};

    static final Uses NONE = new Uses(List.of(), new int[0]);

    private final List<Use> uses;
    private final int kinds;
    private final List<Use.Trigger> triggers;
    private final int[] companions;
    private final int[] vetoes;
    private final int[] anywhere;
    private final int[] switches;

    /** With what the term turns on for the learned model. There are 40,000 of them in a catalogue, most of one use: they are made by loops. */
    Uses(List<Use> uses, int[] switches) {
        this.switches = switches;
        this.uses = List.copyOf(uses);
        var kindsOfAll = 0;
        var triggering = new ArrayList<Use.Trigger>(0);
        for (var use : uses) {
            kindsOfAll |= bit(use.says());
            if (use instanceof Use.Trigger trigger) {
                triggering.add(trigger);
            }
        }
        this.kinds = kindsOfAll;
        this.triggers = List.copyOf(triggering);
        this.companions = frames(Use.Kind.WITH, use -> ((Use.With) use).frame());
        this.vetoes = frames(Use.Kind.VETO, use -> ((Use.Veto) use).frame());
        this.anywhere = frames(Use.Kind.AND, use -> ((Use.And) use).frame());
    }

    private int[] frames(Use.Kind kind, ToIntFunction<Use> frameOf) {
        if (!has(kind)) {
            return NO_FRAMES;
        }
        var frames = new int[uses.size()];
        var count = 0;
        for (var use : uses) {
            if (use.says() == kind) {
                frames[count++] = frameOf.applyAsInt(use);
            }
        }
        return Arrays.copyOf(frames, count);
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
