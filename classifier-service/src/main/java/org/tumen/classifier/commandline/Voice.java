package org.tumen.classifier.commandline;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.actor.Actors;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.feed.SourceKind;

/**
 * What kind of voice an outlet is: {@code agency}, {@code press}, {@code state-media:PRC}, {@code official:RUS}. Another
 * name tells nothing: it counts as press, which adds nothing and takes nothing away.
 *
 * @param country ISO 3166-1 alpha-2; null when not known
 */
record Voice(SourceKind kind, @Nullable String country) {

    private static final Voice PRESS = new Voice(SourceKind.PRESS, null);

    static Voice of(@Nullable String outlet, Actors actors) {
        if (outlet == null) {
            return PRESS;
        }
        var colon = outlet.indexOf(':');
        var name = (colon < 0 ? outlet : outlet.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
        var kind = Arrays.stream(SourceKind.values())
                .filter(known ->
                        known.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
                .findAny();
        if (kind.isEmpty()) {
            return PRESS;
        }
        return new Voice(
                kind.get(),
                colon < 0 ? null : country(outlet.substring(colon + 1).strip(), actors));
    }

    private static @Nullable String country(String owner, Actors actors) {
        if (owner.matches("[A-Z]{2}")) {
            return owner;
        }
        var actor = owner.matches("[A-Z][A-Z0-9]{1,11}") ? actors.byId().get(new ActorId(owner)) : null;
        if (actor == null) {
            throw new IllegalArgumentException(
                    "outlet: " + owner + " (expected after the colon: an actor, as PRC, or a country, as CN)");
        }
        return actor.country();
    }
}
