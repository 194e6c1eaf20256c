package org.tumen.alert.story.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parts accounts into origins: two that share a voice are one, and so is what hangs together over a third. That errs on the
 * side of too few: a story never looks better borne out than it is. Who is cited has one voice with who bears the name, and two that cite
 * the same have not: it may be a minister who said it to both.
 */
final class Independence {

    /** Before the name of whoever's word it may be. */
    static final String VOICE = "voice:";

    /** Before a name that is cited and may be an outlet's. */
    static final String CITED = "cited:";

    /** For each account the place of an earlier one of its origin, or its own. */
    private final List<Integer> earlier = new ArrayList<>();

    private Independence() {}

    /** Each list is one origin, its accounts in the order in which they were given. */
    static Collection<List<Account>> origins(List<Account> accounts) {
        var parts = new Independence();
        var firstWithVoice = new HashMap<String, Integer>();
        for (var place = 0; place < accounts.size(); place++) {
            parts.earlier.add(place);
            for (var voice : accounts.get(place).voices()) {
                if (!voice.startsWith(CITED)) {
                    parts.join(place, firstWithVoice.getOrDefault(voice, place));
                    firstWithVoice.putIfAbsent(voice, place);
                }
            }
        }
        for (var place = 0; place < accounts.size(); place++) {
            for (var voice : accounts.get(place).voices()) {
                if (voice.startsWith(CITED)) {
                    parts.join(place, firstWithVoice.getOrDefault(VOICE + voice.substring(CITED.length()), place));
                }
            }
        }
        Map<Integer, List<Account>> origins = new TreeMap<>();
        for (var place = 0; place < accounts.size(); place++) {
            origins.computeIfAbsent(parts.first(place), _ -> new ArrayList<>()).add(accounts.get(place));
        }
        return origins.values();
    }

    private void join(int one, int other) {
        var first = first(one);
        var second = first(other);
        earlier.set(Math.max(first, second), Math.min(first, second));
    }

    private int first(int place) {
        var at = place;
        while (earlier.get(at) != at) {
            at = earlier.get(at);
        }
        return at;
    }
}
