package org.tumen.alert.operations;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tumen.alert.notice.Notice;
import org.tumen.alert.notice.Notice.About;
import org.tumen.alert.notice.Notice.Tone;

/** What operators are told of several things of one kind, in one notice. */
final class Report {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** More are counted, not named. */
    private static final int MOST_NAMED = 25;

    private Report() {}

    /** The watches are of one kind, at least one, and none is known. */
    static Notice of(List<Watch> watches, Instant now) {
        var about = watches.getFirst().about();
        var bad = watches.stream().filter(Watch::troubled).toList();
        var good = watches.stream().filter(watch -> !watch.troubled()).toList();
        var lines = new ArrayList<String>();
        bad.stream().limit(MOST_NAMED).map(Report::trouble).forEach(lines::add);
        good.stream().limit(MOST_NAMED).map(Report::recovery).forEach(lines::add);
        var more = bad.size() + good.size() - lines.size();
        if (more > 0) {
            lines.add("and " + more + " more");
        }
        return new Notice(
                Notice.idFor(about.word(), now.toString(), names(watches)),
                about,
                bad.isEmpty() ? Tone.RECOVERY : Tone.TROUBLE,
                title(about, bad.size(), good.size()),
                lines,
                null,
                now,
                good.stream()
                        .map(Watch::notice)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    private static String title(About about, int bad, int good) {
        if (bad == 0) {
            return count(good, about) + (good == 1 ? " is" : " are") + " well again";
        }
        var trouble = count(bad, about) + " " + inTrouble(about);
        return good == 0 ? trouble : trouble + ", " + good + " well again";
    }

    private static String inTrouble(About about) {
        return switch (about) {
            case FEED -> "failing or silent";
            case LAG -> "behind";
            case DEAD_LETTER -> "with dead letters";
            case ENDPOINT -> "switched off";
            case ADDRESS -> "to be confirmed";
        };
    }

    private static String count(int number, About about) {
        var noun = switch (about) {
            case FEED -> "feed";
            case LAG -> "reader";
            case DEAD_LETTER -> "place";
            case ENDPOINT -> "endpoint";
            case ADDRESS -> "address";
        };
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String trouble(Watch watch) {
        return watch.subject() + ": since " + TIME.format(watch.since()) + ": " + watch.reason();
    }

    private static String recovery(Watch watch) {
        return watch.subject() + ": well again since " + TIME.format(watch.since());
    }

    private static String names(List<Watch> watches) {
        return watches.stream().map(Watch::subject).collect(Collectors.joining(","));
    }
}
