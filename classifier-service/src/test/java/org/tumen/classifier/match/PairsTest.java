package org.tumen.classifier.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tumen.classifier.actor.Actor;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;

class PairsTest {

    private static final Catalogue CATALOGUE = Catalogue.load(Path.of("../seeds/signals"), Path.of("../seeds/actors"));

    @Test
    void findsWhoIsReadWhereItIsNamedHoweverManyAreNamedBefore() {
        var names = List.of("USA", "JPN", "ROK", "UKR", "EU", "RUS", "DPRK");
        var mentions = IntStream.range(0, names.size())
                .mapToObj(i -> new Mention(
                        new ActorId(names.get(i)), Actor.Kind.NAME, 10 * i, 10 * i + 5, Mention.ALONE, true))
                .toList();
        var read = new Dyad(new ActorId("RUS"), new ActorId("DPRK"));

        var reading = Objects.requireNonNull(
                Pairs.of(mentions, CATALOGUE.signals().getFirst(), read).get(read));

        assertThat(reading.giver()).isEqualTo(mentions.get(5));
        assertThat(reading.receiver()).isEqualTo(mentions.get(6));
    }
}
