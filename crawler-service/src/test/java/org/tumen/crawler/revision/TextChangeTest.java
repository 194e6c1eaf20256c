package org.tumen.crawler.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tumen.model.article.Passage;

class TextChangeTest {

    @Test
    void tellsWhatWasReplacedAddedAndRemovedAndWhere() {
        var before = "Envoys met on Monday.\nThe ministry denied that shells were sent.\nNo date was given.";
        var now = "Envoys met on Tuesday.\nThe ministry said nothing.\nNo date was given. Talks go on.";

        var change = TextChange.between(before, now);

        assertThat(change.complete()).isTrue();
        assertThat(change.passages())
                .containsExactly(
                        new Passage(14, "Monday", "Tuesday"),
                        new Passage(now.indexOf("said"), "denied that shells were sent", "said nothing"),
                        new Passage(now.indexOf("Talks"), "", "Talks go on."));
    }

    @Test
    void tellsSingleCharactersWhereNoSpacesAreWritten() {
        var change = TextChange.between("双方官员周一会面，签署协议。", "双方官员周二会面，未签署协议。");

        assertThat(change.passages()).containsExactly(new Passage(5, "一", "二"), new Passage(9, "", "未"));
    }

    @Test
    void doesNotMindSpace() {
        assertThat(TextChange.between("One  two\nthree.", "One two three.").passages())
                .isEmpty();
    }

    @Test
    void leadsFromEveryTextToEveryOther() {
        var random = new Random(7);
        for (var i = 0; i < 300; i++) {
            var before = words(random, random.nextInt(40));
            var now = words(random, random.nextInt(40));
            assertThat(applied(before, now)).isEqualTo(now.replaceAll("\\s+", ""));
        }
    }

    @Test
    void isBoundedWhenATextWasRewritten() {
        var random = new Random(8);
        var before = words(random, 20_000);
        var now = words(random, 20_000) + " end";

        var start = System.nanoTime();
        var change = TextChange.between(before, now);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(change.complete()).isFalse();
        assertThat(change.passages()).allMatch(passage -> passage.added().length() <= 1_000);
    }

    /** What comes of the old text when the passages are put in, without spaces. */
    private static String applied(String before, String now) {
        var text = new StringBuilder();
        var at = 0;
        var old = before.replaceAll("\\s+", "");
        var newSeen = 0;
        for (var passage : TextChange.between(before, now).passages()) {
            var kept = now.substring(0, passage.start()).replaceAll("\\s+", "").length() - newSeen;
            text.append(old, at, at + kept).append(passage.added().replaceAll("\\s+", ""));
            at += kept + passage.removed().replaceAll("\\s+", "").length();
            newSeen += kept + passage.added().replaceAll("\\s+", "").length();
        }
        return text.append(old.substring(at)).toString();
    }

    private static String words(Random random, int many) {
        return IntStream.range(0, many)
                .mapToObj(_ -> String.valueOf((char) ('a' + random.nextInt(6))))
                .collect(Collectors.joining(" "));
    }
}
