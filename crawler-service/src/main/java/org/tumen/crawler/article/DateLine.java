package org.tumen.crawler.article;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tumen.crawler.dateline.WrittenDate;

/**
 * A short line with a date in it, such as "입력 2024.05.03 18:20 수정 2024.05.04 09:02": which of its dates is the day of
 * publication, and which the day of the last change, by the words beside them.
 */
final class DateLine {

    private static final String CHANGED_WORDS =
            "\\b(?:last\\s+)?(?:updated?|modified|edited|changed|revised|aktualisiert|geändert|bearbeitet|mis à jour|mise à jour|modifié|modificado|editado|actualizad[oa]|actualización|aggiornat[oa]|atualizad[oa]|gewijzigd|bijgewerkt)\\b"
                    + "|обновлен[оаы]?|обновлён|изменен[оаы]?|оновлено|수정|업데이트|최종|更新|修改|修订|修訂";

    private static final String PUBLISHED_WORDS =
            "\\b(?:(?:first\\s+)?published?|posted|written|released|erstellt|veröffentlicht|erschienen|publié|paru|publicad[oa]|pubblicat[oa]|created|datum|date:|gepubliceerd|opublikowano)\\b"
                    + "|опубликован[оаы]?|размещен[оа]|дата публикации|등록|입력|승인|송고|작성|게재|기사전송|发布|發布|發表|发表|发稿|公開|配信|掲載|投稿|初回";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern CHANGED = Pattern.compile(CHANGED_WORDS, FLAGS);
    private static final Pattern PUBLISHED = Pattern.compile(PUBLISHED_WORDS, FLAGS);

    /** Every word of either kind, with what stands up to the next one. */
    private static final Pattern LABELLED = Pattern.compile(
            "(?:(?<published>" + PUBLISHED_WORDS + ")|(?<changed>" + CHANGED_WORDS + "))(?<rest>(?:(?!"
                    + PUBLISHED_WORDS + "|" + CHANGED_WORDS + ").)*)",
            FLAGS);

    /** "（5/13 20:05 更新）": only a remark on the date before it. */
    private static final Pattern REMARK =
            Pattern.compile("[(（\\[][^)）\\]]*(?:" + CHANGED_WORDS + ")[^)）\\]]*[)）\\]]", FLAGS);

    /** The day on which the page is looked at, as many sites show it in their head. */
    private static final Pattern TODAY =
            Pattern.compile("\\b(?:today|heute|aujourd'hui|hoy|oggi|hoje)\\b|сегодня|오늘|今天|今日|本日|현재", FLAGS);

    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    private DateLine() {}

    static boolean isOfPublication(String line) {
        return PUBLISHED.matcher(line).find();
    }

    static boolean isOfChange(String line) {
        return CHANGED.matcher(line).find();
    }

    /** The first date that is not said to be that of a change. */
    static Optional<WrittenDate> published(String line, Function<String, Optional<WrittenDate>> reader) {
        if (!DIGIT.matcher(line).find() || TODAY.matcher(line).find()) {
            return Optional.empty(); // The first test is the cheap one, and ends most lines.
        }
        var plain = isOfChange(line) ? REMARK.matcher(line).replaceAll(" ") : line;
        if (!isOfChange(plain)) {
            return reader.apply(plain);
        }
        var labels = LABELLED.matcher(plain).results().toList();
        boolean isBehindDates = !DIGIT.matcher(labels.getLast().group("rest")).find();
        return isBehindDates ? labelledBehind(plain, labels, reader) : labelledBefore(plain, labels, reader);
    }

    /** "2024.05.03 18:20 입력 | 2024.05.04 09:02 수정" */
    private static Optional<WrittenDate> labelledBehind(
            String line, List<MatchResult> labels, Function<String, Optional<WrittenDate>> reader) {
        int start = 0;
        for (var label : labels) {
            if (label.group("published") != null) {
                return reader.apply(line.substring(start, label.start()));
            }
            start = label.start();
        }
        return Optional.empty();
    }

    /** "입력 2024.05.03 18:20 수정 2024.05.04 09:02", "3 мая 2024, обновлено в 18:05" */
    private static Optional<WrittenDate> labelledBefore(
            String line, List<MatchResult> labels, Function<String, Optional<WrittenDate>> reader) {
        if (labels.getFirst().group("published") == null) {
            var unlabelled = reader.apply(line.substring(0, labels.getFirst().start()));
            if (unlabelled.isPresent()) {
                return unlabelled;
            }
        }
        return labels.stream()
                .filter(label -> label.group("published") != null)
                .flatMap(label -> reader.apply(label.group("rest")).stream())
                .findFirst();
    }

    /** The date that is said to be that of the last change. */
    static Optional<WrittenDate> changed(String line, Function<String, Optional<WrittenDate>> reader) {
        var changed = CHANGED.matcher(line);
        if (!changed.find()) {
            return Optional.empty();
        }
        return reader.apply(line.substring(changed.end())).or(() -> reader.apply(line));
    }
}
