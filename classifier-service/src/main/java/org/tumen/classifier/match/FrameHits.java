package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The terms of each frame that stand in one unit, sorted out once so that trying a frame costs no search. */
final class FrameHits {

    /** In the order of the text. */
    private final List<OfFrame> frames = new ArrayList<>();

    /** The same, each at its number; null for those that are not triggered. */
    private @Nullable OfFrame[] byNumber = new @Nullable OfFrame[0];

    private final BitSet anywhere = new BitSet();

    private FrameHits() {}

    /**
     * A trigger where it stands.
     *
     * @param reversed whether its subject gets or is acted upon
     */
    record Told(Hit hit, boolean reversed) {}

    private record OfFrame(int frame, List<Told> triggers, List<Hit> companions, List<Hit> vetoes) {}

    /** Of the frames that are triggered in the unit. */
    static FrameHits in(Unit unit) {
        var hits = new FrameHits();
        if (unit.hasTrigger()) {
            hits.addTriggers(unit);
            hits.addOthers(unit);
        }
        return hits;
    }

    private void addTriggers(Unit unit) {
        for (var hit : unit.hits()) {
            var told = hit.uses().triggers();
            for (var i = 0; i < told.size(); i++) {
                triggered(told.get(i).frame())
                        .triggers()
                        .add(new Told(hit, told.get(i).reversed()));
            }
        }
    }

    private void addOthers(Unit unit) {
        for (var hit : unit.hits()) {
            for (var frame : hit.uses().companions()) {
                var triggered = of(frame);
                if (triggered != null) {
                    triggered.companions().add(hit);
                }
            }
            for (var frame : hit.uses().vetoes()) {
                var triggered = of(frame);
                if (triggered != null) {
                    triggered.vetoes().add(hit);
                }
            }
            for (var frame : hit.uses().anywhere()) {
                anywhere.set(frame);
            }
        }
    }

    private @Nullable OfFrame of(int frame) {
        return frame < byNumber.length ? byNumber[frame] : null;
    }

    private OfFrame triggered(int frame) {
        var known = of(frame);
        if (known != null) {
            return known;
        }
        if (frame >= byNumber.length) {
            byNumber = Arrays.copyOf(byNumber, frame + 32);
        }
        var added = new OfFrame(frame, new ArrayList<>(0), new ArrayList<>(0), new ArrayList<>(0));
        byNumber[frame] = added;
        frames.add(added);
        return added;
    }

    /** The frames that are triggered here, in the order of the text. */
    int[] triggered() {
        var triggered = new int[frames.size()];
        for (var i = 0; i < triggered.length; i++) {
            triggered[i] = frames.get(i).frame();
        }
        return triggered;
    }

    /** The triggers of a frame without those inside a longer one: "received by" is not "received". */
    List<Told> triggersOf(int frame) {
        var triggered = of(frame);
        if (triggered == null) {
            return List.of();
        }
        var all = triggered.triggers();
        return all.size() < 2
                ? all
                : all.stream()
                        .filter(told -> all.stream().noneMatch(other -> isPartOf(told.hit(), other.hit())))
                        .toList();
    }

    List<Hit> companionsOf(int frame) {
        var triggered = of(frame);
        return triggered == null ? List.of() : triggered.companions();
    }

    boolean hasAnd(int frame) {
        return anywhere.get(frame);
    }

    /** Whether words of something else stand here, and are no part of the frame's own: "deputy defence minister". */
    boolean isVetoed(int frame) {
        var triggered = of(frame);
        return triggered != null && isVetoed(triggered.vetoes(), triggered.triggers());
    }

    /** The same of the title, where words speak against a frame that it does not tell, too: what it speaks of holds for the whole article. */
    static boolean isVetoed(Unit title, int frame) {
        var vetoes = new ArrayList<Hit>();
        var triggers = new ArrayList<Told>();
        for (var hit : title.hits()) {
            for (var vetoed : hit.uses().vetoes()) {
                if (vetoed == frame) {
                    vetoes.add(hit);
                }
            }
            for (var trigger : hit.uses().triggers()) {
                if (trigger.frame() == frame) {
                    triggers.add(new Told(hit, trigger.reversed()));
                }
            }
        }
        return isVetoed(vetoes, triggers);
    }

    private static boolean isVetoed(List<Hit> vetoes, List<Told> own) {
        for (var veto : vetoes) {
            if (own.stream().noneMatch(told -> told.hit().covers(veto))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPartOf(Hit part, Hit whole) {
        return part.length() < whole.length() && part.overlaps(whole.start(), whole.end());
    }
}
