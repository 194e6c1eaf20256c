package org.tumen.classifier.commandline;

import java.time.ZoneOffset;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.assess.Assessment;
import org.tumen.classifier.assess.NearMiss;
import org.tumen.classifier.language.LanguageIdentifier.Outcome.NotRead;
import org.tumen.classifier.language.LanguageIdentifier.Outcome.Read;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.CodedEvent;
import org.tumen.model.assessment.Contribution;
import org.tumen.model.assessment.Evidence.Part;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Polarity;

/** An assessment for a person to read. */
final class Explanation {

    /** One block of the bar beside a contribution, in points of a score. */
    private static final double BLOCK = 0.05;

    private static final int MOST_NEAR_MISSES = 5;

    private final AssessedLine input;
    private final Assessment assessment;
    private final Actors actors;
    private final Style style;
    private final StringBuilder text = new StringBuilder();
    private final Formatter out = new Formatter(text, Locale.ROOT);

    private Explanation(AssessedLine input, Assessment assessment, Actors actors, Style style) {
        this.input = input;
        this.assessment = assessment;
        this.actors = actors;
        this.style = style;
    }

    /**
     * All of it.
     *
     * @param findings those to be shown in full
     * @param nearMisses what was looked for and is not told
     */
    static String of(
            AssessedLine input,
            Assessment assessment,
            List<Finding> findings,
            List<CodedEvent> events,
            List<NearMiss> nearMisses,
            Actors actors,
            Style style) {
        var explanation = new Explanation(input, assessment, actors, style);
        explanation.heading();
        explanation.article(findings);
        for (var i = 0; i < findings.size(); i++) {
            explanation.finding(i + 1, findings.get(i));
        }
        if (findings.isEmpty()) {
            explanation.out.format("  No findings%s.%n", explanation.whyNothing());
        }
        explanation.events(events);
        explanation.nearly(findings, nearMisses);
        return explanation.text.append(System.lineSeparator()).toString();
    }

    private void heading() {
        var read = switch (assessment.language()) {
            case Read(var language) -> language.toString();
            case NotRead(var code) -> "not read: language " + code;
        };
        var published = input.text().published().atOffset(ZoneOffset.UTC);
        var date =
                published.getYear() == 0 ? "no date" : published.toLocalDate().toString();
        var country = input.text().country();
        var voice = inWords(input.text().kind()) + (country == null ? "" : " of " + country);
        out.format(
                "%s  %s%n",
                style.strong(Style.shown(input.id())), style.dim("%s, %s, %s".formatted(read, date, voice)));
    }

    private void article(List<Finding> findings) {
        part("title", Part.TITLE, input.text().title(), findings);
        part("text", Part.TEXT, input.text().text(), findings);
        if (assessment.unread() > 0) {
            out.format("         %s%n", style.dim(assessment.unread() + " characters at the end were not read"));
        }
    }

    private void part(String name, Part part, String content, List<Finding> findings) {
        if (!content.isBlank()) {
            out.format("  %-5s  %s%n", name, new MarkedText(part, content, findings, style).shown("         "));
        }
    }

    private String whyNothing() {
        return assessment.language() instanceof NotRead
                ? ": the catalogue has no words in this language"
                : String.format(Locale.ROOT, " of %.2f or more", assessment.threshold());
    }

    private void finding(int number, Finding finding) {
        text.append(System.lineSeparator());
        out.format(
                "  %d  %s%n",
                number, style.strong(String.format(Locale.ROOT, "%s  %.2f", finding.signal(), finding.score())));
        out.format(
                "     %s %s %s: %s, %s, %s%s%n",
                name(finding.dyad().giver()),
                finding.polarity() == Polarity.APART ? "⇸" : "→",
                name(finding.dyad().receiver()),
                inWords(finding.polarity()),
                inWords(finding.status()),
                inWords(finding.tier()),
                finding.leftOut() == null ? "" : "; at the cost of " + name(finding.leftOut()));
        if (finding.claimant() != null) {
            out.format("     said by: %s%n", Style.shown(finding.claimant()));
        }
        finding.contributions().forEach(this::contribution);
        out.format("     %-24s %5.2f  %s%n", "score", finding.score(), threshold(finding));
    }

    private String threshold(Finding finding) {
        var below = finding.score() < assessment.threshold();
        return style.dim(String.format(
                Locale.ROOT, below ? "not published below %.2f" : "published from %.2f on", assessment.threshold()));
    }

    private void contribution(Contribution part) {
        var blocks = (int) Math.round(Math.abs(part.value()) / BLOCK);
        var bar = (part.value() < 0 ? "░" : "█").repeat(Math.min(blocks, 20));
        out.format(
                "     %-24s %+5.2f  %s%n",
                part.name(), part.value(), part.value() < 0 ? style.minus(bar) : style.plus(bar));
    }

    private void events(List<CodedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        text.append(System.lineSeparator());
        out.format("  %s%n", style.dim("Who does what to whom (PLOVER)"));
        for (var event : events) {
            var words = event.part() == Part.TITLE
                    ? input.text().title()
                    : input.text().text();
            out.format(
                    "     %-9s %s → %s  %.2f  %s  »%s«%n",
                    event.plover(),
                    name(event.source()),
                    name(event.target()),
                    event.score(),
                    inWords(event.plover().quad()),
                    shortened(words.substring(event.start(), event.end())));
        }
    }

    private void nearly(List<Finding> shown, List<NearMiss> misses) {
        var below = assessment.findings().stream()
                .filter(finding -> !shown.contains(finding))
                .toList();
        if (below.isEmpty() && misses.isEmpty()) {
            return;
        }
        text.append(System.lineSeparator());
        out.format("  %s%n", style.dim("Nearly"));
        for (var finding : below.subList(0, Math.min(below.size(), MOST_NEAR_MISSES))) {
            out.format(
                    "     %-22s %.2f is below %.2f: %s%n",
                    finding.signal(), finding.score(), assessment.threshold(), summed(finding));
        }
        for (var miss : misses.subList(0, Math.min(misses.size(), MOST_NEAR_MISSES))) {
            out.format(
                    "     %-22s »%s« in the %s: %s%n",
                    miss.signal(),
                    shortened(miss.words().quote()),
                    inWords(miss.words().part()),
                    miss.reason());
        }
    }

    private static String summed(Finding finding) {
        var sum = new StringBuilder();
        finding.contributions()
                .forEach(part -> sum.append(String.format(Locale.ROOT, ", %s %+.2f", part.name(), part.value())));
        return sum.substring(2);
    }

    private static String shortened(String words) {
        var line = Style.shown(words).replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= 60
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 60)) + "…";
    }

    private String name(@Nullable ActorId id) {
        var actor = id == null ? null : actors.byId().get(id);
        return actor == null ? String.valueOf(id) : actor.name() + " (" + id + ")";
    }

    private static String inWords(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
