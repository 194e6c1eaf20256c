package org.tumen.classifier.assess;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.tumen.classifier.language.LanguageIdentifier;
import org.tumen.classifier.language.LanguageIdentifier.Outcome.NotRead;
import org.tumen.classifier.language.LanguageIdentifier.Outcome.Read;
import org.tumen.classifier.match.Match;
import org.tumen.classifier.match.Matcher;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.SignalId;

/** Scores texts against one catalogue. Safe for use by many threads. */
public final class Assessor {

    /** Names this way of looking; another way gets another name. */
    public static final String MODEL_VERSION = "frames-1";

    private static final Comparator<Finding> STRONGEST_FIRST = Comparator.comparingDouble(Finding::score)
            .reversed()
            .thenComparing(finding -> finding.signal().value())
            .thenComparing(finding -> finding.dyad().pair());

    private final Catalogue catalogue;
    private final LanguageIdentifier languages = new LanguageIdentifier();
    private final Matcher matcher;
    private final Score score;

    public Assessor(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.matcher = new Matcher(catalogue);
        this.score = new Score(catalogue.actors(), catalogue.scoring());
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Assessment assess(AssessedText text) {
        var language = languages.identify(text.title(), text.text(), text.language());
        var findings = switch (language) {
            case Read(var read) -> {
                var year = text.published().atOffset(ZoneOffset.UTC).getYear();
                yield strongest(matcher.match(read, text.title(), text.text(), year), text);
            }
            case NotRead _ -> List.<Finding>of();
        };
        return new Assessment(language, findings, catalogue.scoring().threshold());
    }

    /** Of each signal between two actors the place that tells it best: more text can add one, and never takes away. */
    private List<Finding> strongest(List<Match> matches, AssessedText text) {
        record Told(SignalId signal, String pair) {}
        var best = new HashMap<Told, Finding>();
        for (var match : matches) {
            best.merge(
                    new Told(match.signal().id(), match.dyad().pair()),
                    score.of(match, text),
                    (one, other) -> other.score() > one.score() ? other : one);
        }
        return best.values().stream().sorted(STRONGEST_FIRST).toList();
    }
}
