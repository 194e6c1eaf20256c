package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** The terms of each frame that stand in one unit, sorted out once so that trying a frame costs no search. */
final class FrameHits {

    private final Map<Integer, List<Told>> triggers = new LinkedHashMap<>();
    private final Map<Integer, List<Hit>> companions = new HashMap<>();
    private final Map<Integer, List<Hit>> vetoes = new HashMap<>();
    private final BitSet anywhere = new BitSet();

    private FrameHits() {}

    /**
     * A trigger where it stands.
     *
     * @param reversed whether its subject gets or is acted upon
     */
    record Told(Hit hit, boolean reversed) {}

    /** Of the frames that are triggered in the unit. */
    static FrameHits in(Unit unit) {
        var hits = new FrameHits();
        hits.addTriggers(unit);
        var triggered = new BitSet();
        hits.triggers.keySet().forEach(triggered::set);
        hits.addOthers(unit, triggered::get);
        return hits;
    }

    /** Of all frames: what the title speaks of holds for the whole article. */
    static FrameHits ofTitle(Unit title) {
        var hits = new FrameHits();
        hits.addTriggers(title);
        hits.addOthers(title, _ -> true);
        return hits;
    }

    private void addTriggers(Unit unit) {
        for (var hit : unit.hits()) {
            if (hit.says(Use.Kind.TRIGGER)) {
                for (var use : hit.uses()) {
                    if (use instanceof Use.Trigger(var frame, var reversed)) {
                        triggers.computeIfAbsent(frame, _ -> new ArrayList<>()).add(new Told(hit, reversed));
                    }
                }
            }
        }
    }

    private void addOthers(Unit unit, IntPredicate wanted) {
        for (var hit : unit.hits()) {
            if (hit.says(Use.Kind.WITH) || hit.says(Use.Kind.VETO) || hit.says(Use.Kind.AND)) {
                for (var use : hit.uses()) {
                    addOther(hit, use, wanted);
                }
            }
        }
    }

    private void addOther(Hit hit, Use use, IntPredicate wanted) {
        switch (use) {
            case Use.With(var frame)
            when wanted.test(frame) ->
                companions.computeIfAbsent(frame, _ -> new ArrayList<>()).add(hit);
            case Use.Veto(var frame)
            when wanted.test(frame) ->
                vetoes.computeIfAbsent(frame, _ -> new ArrayList<>()).add(hit);
            case Use.And(var frame) -> anywhere.set(frame);
            default -> {
                // Of another frame, or no word of a frame.
            }
        }
    }

    /** The frames that are triggered here, in the order of the text. */
    Iterable<Integer> triggered() {
        return triggers.keySet();
    }

    /** The triggers of a frame without those inside a longer one: "received by" is not "received". */
    List<Told> triggersOf(int frame) {
        var all = triggers.getOrDefault(frame, List.of());
        return all.size() < 2
                ? all
                : all.stream()
                        .filter(told -> all.stream().noneMatch(other -> isPartOf(told.hit(), other.hit())))
                        .toList();
    }

    List<Hit> companionsOf(int frame) {
        return companions.getOrDefault(frame, List.of());
    }

    boolean hasAnd(int frame) {
        return anywhere.get(frame);
    }

    /** Whether words of something else stand here, and are no part of the frame's own: "deputy defence minister". */
    boolean isVetoed(int frame) {
        var own = triggers.getOrDefault(frame, List.of());
        return vetoes.getOrDefault(frame, List.of()).stream()
                .anyMatch(veto -> own.stream().noneMatch(told -> told.hit().covers(veto)));
    }

    private static boolean isPartOf(Hit part, Hit whole) {
        return part.length() < whole.length() && part.overlaps(whole.start(), whole.end());
    }
}
