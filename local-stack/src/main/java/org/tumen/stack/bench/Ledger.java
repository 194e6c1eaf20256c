package org.tumen.stack.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was to arrive and what did. A life of the service lasts from one start to the next. When a life has ended and
 * none of its transactions is open any more, the database tells which acceptances it recorded: none of these may
 * arrive again. What arrived and was not recorded is tried again, under the same id; nobody can tell the two apart
 * who has no transaction with the receiver. Safe for use by many threads.
 */
final class Ledger {

    private final List<String> targets;
    private final Set<Integer> published = new HashSet<>();
    private final Map<Place, Set<String>> ids = new HashMap<>();
    private final Map<String, Integer> lastLife = new HashMap<>();
    private final Set<String> recorded = new HashSet<>();
    private final Set<String> faults = new LinkedHashSet<>();
    private int life;
    private int arrivals;
    private int repeats;
    private int resent;
    private final Set<String> twice = new LinkedHashSet<>();

    /** Each published number is to arrive once at each of these. */
    Ledger(List<String> targets) {
        this.targets = List.copyOf(targets);
    }

    private record Place(int number, String target) {}

    /**
     * The sum of it.
     *
     * @param expected deliveries
     * @param arrivals all, repetitions included
     * @param lost expected ones that did not come
     * @param secondIds deliveries that came under more than one id
     * @param resent arrivals of what an earlier life had recorded as accepted
     * @param twice ids of what arrived again in the same life, before it was recorded as accepted
     * @param repeats arrivals of what an earlier life had sent without recording the acceptance
     * @param faults what was wrong with an arrival itself
     */
    record Summary(
            int published,
            int expected,
            int arrivals,
            List<String> lost,
            long secondIds,
            int resent,
            Set<String> twice,
            int repeats,
            List<String> faults) {

        boolean isClean() {
            return lost.isEmpty() && secondIds == 0 && resent == 0 && twice.isEmpty() && faults.isEmpty();
        }
    }

    synchronized void published(int number) {
        published.add(number);
    }

    /** The service is about to be started. */
    synchronized void begins() {
        life++;
    }

    synchronized void arrived(int number, String target, String id) {
        arrivals++;
        ids.computeIfAbsent(new Place(number, target), _ -> new HashSet<>()).add(id);
        var before = lastLife.put(id, life);
        if (recorded.contains(id)) {
            resent++;
        } else if (before != null && before == life) {
            twice.add(id);
        } else if (before != null) {
            repeats++;
        }
    }

    synchronized void fault(String fault) {
        faults.add(fault);
    }

    /**
     * A life has ended, having recorded that these were accepted.
     *
     * @return how many had arrived in it whose acceptance was not recorded
     */
    synchronized int ended(Collection<String> accepted) {
        recorded.addAll(accepted);
        return (int) lastLife.entrySet().stream()
                .filter(entry -> entry.getValue() == life)
                .filter(entry -> !recorded.contains(entry.getKey()))
                .count();
    }

    synchronized int missing() {
        return lost().size();
    }

    synchronized Summary summary() {
        return new Summary(
                published.size(),
                published.size() * targets.size(),
                arrivals,
                lost(),
                ids.values().stream().filter(several -> several.size() > 1).count(),
                resent,
                Set.copyOf(twice),
                repeats,
                List.copyOf(faults));
    }

    private List<String> lost() {
        var lost = new ArrayList<String>();
        for (var number : published) {
            for (var target : targets) {
                if (!ids.containsKey(new Place(number, target))) {
                    lost.add(number + " at " + target);
                }
            }
        }
        return lost;
    }
}
