package org.tumen.classifier.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.model.assessment.Contribution;
import org.tumen.model.feed.SourceKind;

class VoteTest {

    private static final Assessor ASSESSOR =
            new Assessor(Catalogue.load(Path.of("../seeds/signals"), Path.of("../seeds/actors")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            China donates 5,000 tonnes of rice to North Korea      | aid-shipment | event AID
            North Korea denounces China over the joint statement   | denunciation | event ACCUSE
            中国向朝鲜捐赠五千吨大米                               | aid-shipment | event AID
            """)
    void letsTheEventOfTheSentenceSpeakForAFinding(String title, String signal, String contribution) {
        var text = new AssessedText(title, "", "und", SourceKind.PRESS, null, Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(ASSESSOR.assess(text).findings())
                .filteredOn(finding -> finding.signal().value().equals(signal))
                .singleElement()
                .satisfies(finding -> assertThat(finding.contributions())
                        .extracting(Contribution::name)
                        .contains(contribution));
    }
}
