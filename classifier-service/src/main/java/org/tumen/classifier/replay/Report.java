package org.tumen.classifier.replay;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.replay.Change.Kind;
import org.tumen.classifier.replay.Difference.Example;
import org.tumen.model.assessment.Finding;

/** The difference, for the person who changes a catalogue. */
final class Report {

    private static final int LONGEST_QUOTE = 160;
    private static final String ROW = "  %-24s %7s %7s %8s %7s %9s%n";

    private final PrintStream out;
    private final int examples;

    Report(PrintStream out, int examples) {
        this.out = out;
        this.examples = examples;
    }

    /** Prints the table, what it means for alerts, and examples of each signal that changes. */
    void print(Difference difference) {
        var bySignal = difference.bySignal();
        if (bySignal.isEmpty()) {
            out.println("No findings, neither before nor after.");
            return;
        }
        out.printf(ROW, "signal", "before", "after", "gained", "lost", "changed");
        bySignal.forEach(this::row);
        row("all", bySignal.values().stream().flatMap(List::stream).toList());
        out.printf(
                "%n  Articles with a finding: %d before, %d after; alerts: %d gained, %d lost.%n",
                difference.count(Comparison::wasAlert),
                difference.count(Comparison::isAlert),
                difference.count(article -> article.isAlert() && !article.wasAlert()),
                difference.count(article -> article.wasAlert() && !article.isAlert()));
        bySignal.forEach(this::examples);
    }

    private void row(String name, List<Example> found) {
        var gained = Difference.count(found, Kind.GAINED);
        var lost = Difference.count(found, Kind.LOST);
        out.printf(
                ROW,
                name,
                found.size() - gained,
                found.size() - lost,
                signed("+", gained),
                signed("-", lost),
                signed("", Difference.count(found, Kind.CHANGED)));
    }

    private static String signed(String sign, long number) {
        return number == 0 ? "." : sign + number;
    }

    private void examples(String signal, List<Example> found) {
        var different =
                found.stream().filter(it -> it.change().kind() != Kind.SAME).toList();
        if (different.isEmpty() || examples == 0) {
            return;
        }
        out.printf("%n%s%n", signal);
        different.stream().limit(examples).forEach(this::example);
        if (different.size() > examples) {
            out.printf("  and %d more%n", different.size() - examples);
        }
    }

    private void example(Example example) {
        var change = example.change();
        var finding = change.shown();
        var mark = switch (change.kind()) {
            case GAINED -> "+";
            case LOST -> "-";
            case CHANGED, SAME, BELOW -> "~";
        };
        out.printf(
                "  %s %s → %s  %s%n",
                mark,
                score(change.before(), change.limit().before()),
                score(change.after(), change.limit().after()),
                inWords(change));
        out.printf(
                "      %s  (%s)%n",
                oneLine(example.article().title()), oneLine(example.article().outlet()));
        out.printf("      »%s«%n", oneLine(finding.evidence().getFirst().quote()));
    }

    private static String inWords(Change change) {
        var before = change.before();
        var after = change.after();
        if (before == null || after == null || inWords(before).equals(inWords(after))) {
            return inWords(change.shown());
        }
        return inWords(before) + " → " + inWords(after);
    }

    private static String inWords(Finding finding) {
        return finding.dyad().giver() + " to " + finding.dyad().receiver() + ", "
                + finding.polarity().name().toLowerCase(Locale.ROOT) + ", "
                + finding.status().name().toLowerCase(Locale.ROOT);
    }

    private static String score(@Nullable Finding finding, double limit) {
        if (finding == null) {
            return "none";
        }
        var score = String.format(Locale.ROOT, "%.2f", finding.score());
        return finding.score() < limit ? score + " (too low)" : score;
    }

    /** What stands in an article must not move the cursor or break the line. */
    private static String oneLine(String text) {
        var plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
        return plain.length() <= LONGEST_QUOTE
                ? plain
                : plain.substring(
                                0,
                                plain.offsetByCodePoints(
                                        0, Math.min(LONGEST_QUOTE, plain.codePointCount(0, plain.length()))))
                        + " …";
    }
}
