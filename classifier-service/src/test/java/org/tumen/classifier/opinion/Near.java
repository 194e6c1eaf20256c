package org.tumen.classifier.opinion;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.tumen.classifier.assess.AssessedText;
import org.tumen.classifier.assess.Assessment;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.language.LanguageIdentifier.Outcome.Read;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.classifier.signal.Scoring;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Contribution;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Evidence.Part;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;
import org.tumen.model.feed.SourceKind;

/** A text with findings of given scores, so that what is near the threshold does not hang on the catalogue's words. */
final class Near {

    static final Catalogue CATALOGUE = Catalogue.load(Path.of("../seeds/signals"), Path.of("../seeds/actors"));

    static final Scoring.Opinion POINTS =
            Objects.requireNonNull(CATALOGUE.scoring().opinion());

    static final double THRESHOLD = CATALOGUE.scoring().threshold();

    static final String TITLE = "Russia to send rice to North Korea";

    static final AssessedText TEXT =
            text("A ship is being loaded in Vladivostok, a port official said. Nobody knows when it sails.");

    private Near() {}

    static AssessedText text(String body) {
        return new AssessedText(TITLE, body, "en", SourceKind.AGENCY, "KR", Instant.parse("2024-08-10T12:00:00Z"));
    }

    /** Found in the title. */
    static Finding finding(String signal, double score) {
        return finding(signal, score, new Evidence(Part.TITLE, 0, TITLE.length(), TITLE));
    }

    static Finding finding(String signal, double score, Evidence evidence) {
        return new Finding(
                new SignalId(signal),
                Tier.EPISODIC,
                new Dyad(new ActorId("RUS"), new ActorId("DPRK")),
                null,
                Polarity.CLOSER,
                Status.ANTICIPATED,
                null,
                score,
                List.of(evidence),
                List.of(new Contribution("signal", score)));
    }

    /** With one finding of each score, of different signals. */
    static Assessment assessment(double... scores) {
        var signals = CATALOGUE.signals();
        return new Assessment(
                new Read(Language.ENGLISH),
                IntStream.range(0, scores.length)
                        .mapToObj(place -> finding(signals.get(place).id().value(), scores[place]))
                        .toList(),
                List.of(),
                THRESHOLD,
                0);
    }

    static Contribution added(Finding finding) {
        return finding.contributions().getLast();
    }
}
