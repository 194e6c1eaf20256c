package org.tumen.classifier.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.classifier.assess.AssessedText;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.model.assessment.Evidence.Part;
import org.tumen.model.feed.SourceKind;

/** Whatever a text is, it is answered, soon, and every span lies within it. */
class BadTextTest {

    private static final Classifier CLASSIFIER =
            Classifier.of(Catalogue.load(Path.of("../seeds/signals"), Path.of("../seeds/actors")));

    /** For this long random texts are made, the same ones at each run. */
    private static final Duration FUZZED = Duration.ofSeconds(8);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\uD800 Russia sends rice to North Korea \uDC00",
                "\u202ERussia sends rice to\u202C North Korea",
                "<p>Russia sends <b>rice</b> to North&nbsp;Korea</p>",
                "Russia 러시아 俄罗斯 Россия sends rice to North Korea"
            })
    void answersBadText(String text) {
        check(text, text, "xx-wrong");
    }

    @Test
    void answersALineAsLongAsAllowed() {
        var line = ("Russia sends rice to North Korea and China did not attend, " + "and so on ".repeat(20))
                .repeat(4_000)
                .substring(0, 1_000_000);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> check("Long", line, "en"));
    }

    @Test
    void answersRandomMixtures() {
        var random = new SplittableRandom(7);
        var until = System.nanoTime() + FUZZED.toNanos();
        while (System.nanoTime() < until) {
            check(mixture(random, 20), mixture(random, 400), random.nextBoolean() ? "und" : "ko");
        }
    }

    private static String mixture(SplittableRandom random, int most) {
        var text = new StringBuilder();
        for (var i = random.nextInt(most); i > 0; i--) {
            text.append(
                    random.nextInt(8) == 0
                            ? String.valueOf((char) random.nextInt(0x10000))
                            : OnTheWire.PIECES.get(random.nextInt(OnTheWire.PIECES.size())));
            text.append(random.nextInt(3) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private static void check(String title, String body, String declared) {
        var text = new AssessedText(title, body, declared, SourceKind.PRESS, null, Instant.EPOCH);
        var assessment = CLASSIFIER.assessor().assess(text);
        for (var finding : assessment.findings()) {
            for (var evidence : finding.evidence()) {
                var part = evidence.part() == Part.TITLE ? title : body;
                assertThat(part.startsWith(evidence.quote(), evidence.start())).isTrue();
            }
        }
        for (var event : assessment.events()) {
            var part = event.part() == Part.TITLE ? title : body;
            assertThat(event.end()).isLessThanOrEqualTo(part.length());
        }
    }
}
