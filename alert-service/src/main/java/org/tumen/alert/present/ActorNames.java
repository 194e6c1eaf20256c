package org.tumen.alert.present;

import java.util.Map;
import org.tumen.model.assessment.ActorId;

/** Short names of the actors that a triangle desk meets; another catalogue's actors are shown by their ids. */
final class ActorNames {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("PRC", "China"),
            Map.entry("RUS", "Russia"),
            Map.entry("ROK", "South Korea"),
            Map.entry("JPN", "Japan"),
            Map.entry("UKR", "Ukraine"),
            Map.entry("VNM", "Vietnam"),
            Map.entry("ISR", "Israel"));

    private ActorNames() {}

    static String of(ActorId actor) {
        return NAMES.getOrDefault(actor.value(), actor.value());
    }
}
