package org.tumen.classifier.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.classifier.language.FoldedArticle;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.signal.Catalogue;

class UnitTest {

    private static final Catalogue CATALOGUE = Catalogue.load(Path.of("../seeds/signals"), Path.of("../seeds/actors"));

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, Sino-Russian rice goes to Pyongyang, 'PRC first, RUS second, DPRK alone'",
        "ENGLISH, Putin sends rice to Kim Jong Un, 'RUS alone, DPRK alone'",
        "KOREAN, 북중 무역 러시아 앞질러, 'DPRK first, PRC second, RUS alone'",
        "CHINESE, 俄罗斯向朝鲜运送大米, 'RUS alone, DPRK alone'",
        "RUSSIAN, Россия отправила рис в КНДР, 'RUS alone, DPRK alone'"
    })
    void knowsWhichNamesShareAWord(Language language, String title, String named) {
        var frames = FrameOfSignal.in(CATALOGUE);
        var lexicon = Lexicon.of(CATALOGUE, frames, new Switches(frames, CATALOGUE.cues()), language);
        var unit = Units.of(lexicon, new FoldedArticle(language, title, ""), 3)
                .all()
                .getFirst();
        assertThat(unit.mentions().stream()
                        .map(name -> name.actor() + " "
                                + switch (name.rank()) {
                                    case Mention.ALONE -> "alone";
                                    case 0 -> "first";
                                    default -> "second";
                                }))
                .containsExactly(named.split(", "));
    }
}
