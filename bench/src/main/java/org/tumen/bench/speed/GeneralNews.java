package org.tumen.bench.speed;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tumen.bench.labelled.NoiseSentence;
import org.tumen.classifier.assess.AssessedText;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.language.LanguageIdentifier;
import org.tumen.classifier.language.LanguageIdentifier.Outcome.Read;
import org.tumen.model.feed.SourceKind;

/** Articles made of sentences about anything: what most of a day's news is to the classifier. */
final class GeneralNews {

    private GeneralNews() {}

    /** Articles of so many characters, as many as the files have text for, by the language that the classifier sees in them. */
    static Map<Language, List<AssessedText>> of(List<Path> files, int characters) {
        var identifier = new LanguageIdentifier();
        var articles = new EnumMap<Language, List<AssessedText>>(Language.class);
        for (var file : files) {
            var title = "";
            var body = new StringBuilder();
            for (var sentence : NoiseSentence.read(file)) {
                title = body.isEmpty() ? sentence.text() : title;
                body.append(sentence.text()).append('\n');
                if (body.length() < characters) {
                    continue;
                }
                var text = body.substring(0, characters);
                if (identifier.identify(title, text, "und") instanceof Read(var language)) {
                    articles.computeIfAbsent(language, _ -> new ArrayList<>())
                            .add(new AssessedText(title, text, language.code(), SourceKind.PRESS, null, Instant.now()));
                }
                body.setLength(0);
            }
        }
        return articles;
    }
}
