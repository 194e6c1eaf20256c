package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.language.FoldedArticle;
import org.tumen.classifier.language.FoldedText;
import org.tumen.classifier.language.Language;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Evidence.Part;

/**
 * What is read together: the title, or one sentence of the text.
 *
 * @param sentence its place in the text, zero-based; {@link #TITLE} for the title
 * @param start of the unit in the stored part
 * @param end just past it
 * @param from the same in the folded text
 * @param to just past it
 * @param hits those that lie wholly within it
 * @param kinds of all that they say
 * @param mentions the names in it: of names that overlap the longest, and none that a veto covers; one in a dateline as if it stood elsewhere
 */
record Unit(
        Part part,
        int sentence,
        FoldedText text,
        int start,
        int end,
        int from,
        int to,
        List<Hit> hits,
        int kinds,
        List<Mention> mentions,
        Language language) {

    static final int TITLE = -1;

    /** With what its hits say at once: it is asked for again and again. */
    static Unit of(
            Part part,
            int sentence,
            FoldedText text,
            FoldedArticle.Stretch stretch,
            List<Hit> hits,
            Language language) {
        var kinds = 0;
        for (var hit : hits) {
            kinds |= hit.uses().kinds();
        }
        var mentions = (kinds & Uses.bit(Use.Kind.NAME)) == 0 ? List.<Mention>of() : mentions(hits, text);
        if (part == Part.TEXT && sentence == 0 && !mentions.isEmpty()) {
            mentions = outsideDateline(mentions, text, stretch);
        }
        return new Unit(
                part,
                sentence,
                text,
                stretch.start(),
                stretch.end(),
                stretch.from(),
                stretch.to(),
                hits,
                kinds,
                mentions,
                language);
    }

    boolean isTitle() {
        return sentence == TITLE;
    }

    boolean says(Use.Kind kind) {
        return (kinds & Uses.bit(kind)) != 0;
    }

    boolean hasTrigger() {
        return says(Use.Kind.TRIGGER);
    }

    /** All of it, as it is stored. */
    Evidence quote() {
        return new Evidence(part, start, end, text.original().substring(start, end));
    }

    /** How many words lie between two places; in Chinese two characters count as a word. */
    int wordsBetween(int end, int start) {
        if (language.edges() == Language.Edges.NONE) {
            return Math.max(0, start - end) / 2;
        }
        return text.wordsBetween(end, start);
    }

    /** Whether these folded characters stand right before the place. */
    boolean follows(int place, String folded) {
        var from = place - folded.length();
        return from >= 0 && CharSequence.compare(text.folded().subSequence(from, place), folded) == 0;
    }

    /** Whether a new clause begins between the two places; a Chinese headline parts its clauses by a space. */
    boolean crossesClause(int end, int start) {
        for (var i = end; i < start; i++) {
            var at = text.at(i);
            var breaks = switch (language) {
                case CHINESE -> at == ' ' || at == ';' || at == ',' || at == '\u3002';
                case KOREAN -> at == ';' || (at == '.' && i + 1 < start && text.at(i + 1) == '.');
                case ENGLISH, RUSSIAN -> at == ';';
            };
            if (breaks) {
                return true;
            }
        }
        return false;
    }

    int wordsBetween(Hit one, Hit other) {
        return one.start() <= other.start()
                ? wordsBetween(one.end(), other.start())
                : wordsBetween(other.end(), one.start());
    }

    private static List<Mention> mentions(List<Hit> hits, FoldedText text) {
        var mentions = new ArrayList<Mention>();
        var end = -1;
        Hit last = null;
        for (var hit : hits) {
            if (!hit.says(Use.Kind.NAME) && !hit.says(Use.Kind.NO_NAME)) {
                continue;
            }
            if (hit.start() >= end) {
                add(last, text, mentions);
                last = hit;
                end = hit.end();
            } else if (last != null && hit.length() > last.length()) {
                last = hit;
                end = hit.end();
            }
        }
        add(last, text, mentions);
        return mentions;
    }

    /** Where an article was written says less of who acts than who is named in its sentence. */
    private static List<Mention> outsideDateline(
            List<Mention> mentions, FoldedText text, FoldedArticle.Stretch stretch) {
        var dateline = Dateline.end(text.original(), stretch.start());
        if (dateline == stretch.start()) {
            return mentions;
        }
        var begins = text.indexOf(dateline);
        return mentions.stream()
                .map(mention -> mention.start() < begins && isOfDateline(mention) ? mention.elsewhere() : mention)
                .toList();
    }

    /** A place or an agency; in "КНДР — союзник России" a state is not where it was written. */
    private static boolean isOfDateline(Mention mention) {
        return switch (mention.kind()) {
            case CAPITAL, PLACE, OFFICE -> true;
            case NAME, PERSON -> false;
        };
    }

    private static void add(@Nullable Hit hit, FoldedText text, List<Mention> mentions) {
        if (hit == null || hit.says(Use.Kind.NO_NAME)) {
            return;
        }
        var end = text.possessiveEnd(hit.end());
        for (var use : hit.uses()) {
            if (use instanceof Use.Name name) {
                if (name.actors().isEmpty()) {
                    mentions.add(new Mention(null, name.kind(), hit.start(), end, Mention.ALONE, true));
                }
                var actors = name.actors();
                for (var i = 0; i < actors.size(); i++) {
                    var rank = actors.size() == 1 ? Mention.ALONE : i;
                    mentions.add(new Mention(actors.get(i), name.kind(), hit.start(), end, rank, true));
                }
            }
        }
    }
}
