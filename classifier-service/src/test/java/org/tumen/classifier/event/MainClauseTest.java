package org.tumen.classifier.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.classifier.language.FoldedText;
import org.tumen.classifier.language.Language;

class MainClauseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            russia sent grain, the ministry of foreign affairs said on monday | russia sent grain
            russia sent grain, a very long name of some old ministry said | russia sent grain, a very long name of some old ministry said
            china closed the bridge while trucks waited | china closed the bridge
            china closed the bridge in response to the test | china closed the bridge
            china acted, officials, who know, said so | china acted, officials,
            korea fired missiles, reportedly | korea fired missiles
            korea fired missiles after | korea fired missiles after
            the asian bank paid | the asian bank paid
            """)
    void endsWhereSomebodySaysSoOrAConjunctionStands(String sentence, String clause) {
        var text = FoldedText.of(sentence, Language.ENGLISH);

        var end = MainClause.end(text, 0, text.length());

        assertThat(sentence.substring(0, end)).isEqualTo(clause);
    }
}
