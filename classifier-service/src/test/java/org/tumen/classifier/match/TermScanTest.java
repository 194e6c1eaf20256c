package org.tumen.classifier.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.classifier.language.FoldedText;
import org.tumen.classifier.language.Language;

class TermScanTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH | north, north korea, korea | North Korea's north | north korea, north, korea, north
            ENGLISH | art, star*, part | starting a part of art | star*, part, art
            ENGLISH | attend* the summit, attend* | He attended the summit | attend* the summit, attend*
            ENGLISH | =US, us | US and us: | =US, us, us
            RUSSIAN | кндр, кнд | КНДР и КНР | кндр
            KOREAN | 중국, 국, 국경 | 중국대사가 국경에서 | 중국, 국경
            CHINESE | 朝鲜, 朝, 鲜 | 北朝鮮 | 朝鲜, 朝, 鲜
            """)
    void findsEachTermWhereItStandsLongerOnesFirst(Language language, String terms, String text, String found) {
        assertThat(found(language, terms, text)).containsExactly(found.split(", "));
    }

    private static List<String> found(Language language, String terms, String text) {
        var uses = new LinkedHashMap<Term, String>();
        Arrays.stream(terms.split(", ")).forEach(term -> uses.put(Term.of(term, language, false), term));
        var found = new ArrayList<String>();
        new TermScan<>(uses, language).find(FoldedText.of(text, language), (_, _, use) -> found.add(use));
        return found;
    }
}
