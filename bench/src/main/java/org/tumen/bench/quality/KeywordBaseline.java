package org.tumen.bench.quality;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tumen.classifier.assess.AssessedText;
import org.tumen.classifier.language.FoldedText;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.language.LanguageIdentifier;
import org.tumen.classifier.language.LanguageIdentifier.Outcome.Read;
import org.tumen.classifier.signal.Catalogue;

/** What the frames are compared with: a signal is found wherever one of its trigger words stands. */
final class KeywordBaseline {

    private final LanguageIdentifier languages = new LanguageIdentifier();
    private final Map<Language, Map<String, Pattern>> words = new EnumMap<>(Language.class);

    KeywordBaseline(Catalogue catalogue) {
        for (var language : Language.values()) {
            var ofSignals = new TreeMap<String, Pattern>();
            for (var signal : catalogue.signals()) {
                var terms = signal.frames().stream()
                        .flatMap(frame -> frame.trigger().in(language).stream())
                        .distinct()
                        .map(term -> regex(term, language))
                        .collect(Collectors.joining("|"));
                if (!terms.isEmpty()) {
                    ofSignals.put(signal.id().value(), Pattern.compile(terms));
                }
            }
            words.put(language, ofSignals);
        }
    }

    Set<String> signalsIn(AssessedText text) {
        var found = new TreeSet<String>();
        if (languages.identify(text.title(), text.text(), text.language()) instanceof Read(var language)) {
            var folded =
                    FoldedText.of(text.title() + "\n" + text.text(), language).folded();
            words.getOrDefault(language, Map.of()).forEach((signal, pattern) -> {
                if (pattern.matcher(folded).find()) {
                    found.add(signal);
                }
            });
        }
        return found;
    }

    private static String regex(String term, Language language) {
        var folded = FoldedText.fold(term.startsWith("=") ? term.substring(1) : term, language);
        var quoted = Pattern.quote(folded).replace("*", "\\E[\\p{L}\\p{N}]*\\Q");
        return switch (language.edges()) {
            case BOTH -> "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])";
            case PARTICLES -> "(?<![\\p{L}\\p{N}])" + quoted;
            case NONE -> quoted;
        };
    }
}
