package org.tumen.classifier.match;

import java.util.LinkedHashSet;
import java.util.Set;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;

/**
 * What the model of statuses sees of a match beside the words of its unit: who publishes the text and whether that is one of the two,
 * who is quoted, what the rules read, and which years are named. All of it are switches.
 */
final class StanceFeatures {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int YEAR_DIGITS = 4;

    /** Years ago that are history for certain. */
    private static final int LONG_AGO = 5;

    private StanceFeatures() {}

    /**
     * The features.
     *
     * @param match as the rules read it
     * @param pair who acts on whom
     */
    static Set<String> of(Place place, Match match, Dyad pair) {
        var outlet = place.outlet();
        var unit = place.unit();
        var features = new LinkedHashSet<String>();
        addOutlet(features, unit, match, pair, outlet);
        addClaim(features, unit, match, pair, outlet);
        addRead(features, place.units(), unit, match);
        features.add("@s " + match.signal().id());
        features.add("@s " + match.signal().id() + ' ' + outlet.kind());
        features.add("@gv " + pair.giver());
        features.add("@rv " + pair.receiver());
        if (place.year() > 0) {
            addYears(features, unit, place.year());
        }
        return features;
    }

    private static void addOutlet(Set<String> features, Unit unit, Match match, Dyad pair, Outlet outlet) {
        var voice = outlet.kind() + " " + (outlet.state() == null ? "nobody" : part(outlet.state(), pair));
        features.add("@v " + outlet.kind());
        features.add("@v " + outlet.kind() + ' ' + placeOf(unit));
        features.add("@v " + voice);
        features.add("@v " + voice + ' ' + match.polarity());
        features.add("@v " + voice + ' ' + match.status());
    }

    private static void addClaim(Set<String> features, Unit unit, Match match, Dyad pair, Outlet outlet) {
        var claim = "@c " + claimant(match, pair);
        features.add(claim);
        features.add(claim + ' ' + match.status());
        features.add(claim + ' ' + outlet.kind());
        features.add(claim + ' ' + match.polarity());
        features.add(claim + ' ' + unit.language().code());
    }

    private static String claimant(Match match, Dyad pair) {
        if (match.claimant() == null) {
            return "nobody";
        }
        return match.speaker() == null ? "somebody" : part(match.speaker(), pair);
    }

    private static void addRead(Set<String> features, Units units, Unit unit, Match match) {
        var signal = match.signal().id();
        features.add("@r " + match.status());
        features.add("@r " + match.status() + ' ' + unit.language().code());
        features.add("@r " + match.status() + ' ' + signal);
        features.add("@r " + match.status() + ' ' + placeOf(unit));
        features.add("@whole " + units.genre());
        features.add("@l " + unit.language().code());
        features.add("@l " + placeOf(unit));
        if (match.frame() != null) {
            features.add("@f " + signal + '/' + match.frame().id());
        }
    }

    private static void addYears(Set<String> features, Unit unit, int year) {
        var text = unit.text();
        var to = unit.to();
        for (var from = unit.from(); from < to; from++) {
            var end = from;
            while (end < to && text.at(end) >= '0' && text.at(end) <= '9') {
                end++;
            }
            if (end - from == YEAR_DIGITS) {
                var named = Integer.parseInt(text.folded(), from, end, 10);
                if (named >= FIRST_YEAR && named <= LAST_YEAR) {
                    features.add("@y " + ago(year - named));
                }
            }
            from = Math.max(from, end);
        }
    }

    private static String ago(int years) {
        if (years < 0) {
            return "yet to come";
        }
        return switch (years) {
            case 0 -> "this year";
            case 1 -> "last year";
            default -> years < LONG_AGO ? "years ago" : "long ago";
        };
    }

    private static String part(ActorId actor, Dyad pair) {
        if (actor.equals(pair.giver())) {
            return "giver";
        }
        return actor.equals(pair.receiver()) ? "receiver" : "other";
    }

    private static String placeOf(Unit unit) {
        return unit.isTitle() ? "title" : "text";
    }
}
