package org.tumen.classifier.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.classifier.language.FoldedArticle;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.model.SwitchWeights;
import org.tumen.classifier.model.WrittenModel;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.Status;

class PairPointsTest {

    private static final Catalogue CATALOGUE = Catalogue.load(Path.of("../seeds/signals"), Path.of("../seeds/actors"));

    private static final List<FrameOfSignal> FRAMES = FrameOfSignal.in(CATALOGUE);

    private static final long SEED = 7;

    private record Asked(Match match, Dyad pair) {}

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, 'Russia sends rice to North Korea as Putin meets Kim, and Sino-Russian rice goes to Beijing'",
        "KOREAN, 러시아가 북한에 쌀을 보내고 중국은 북한에 쌀을 보내지 않았다",
        "CHINESE, 俄罗斯向朝鲜运送大米 中国外长访问朝鲜",
        "RUSSIAN, 'Россия отправила рис в КНДР, Китай и Россия провели переговоры'"
    })
    void addsUpInGroupsWhatAllFeaturesOfAPairSayEachOnce(Language language, String title) {
        var lexicon = Lexicon.of(CATALOGUE, FRAMES, new Switches(FRAMES, CATALOGUE.cues()), language);
        var unit = Units.of(lexicon, new FoldedArticle(language, title, ""), 3)
                .all()
                .getFirst();
        var marks = new RoleMarks(CATALOGUE.cues().roles(), language);
        var features = new PairFeatures(unit, unit.mentions(), FRAMES, marks);
        var told = FRAMES.getFirst().features();
        var shown = new LinkedHashMap<Asked, Set<String>>();
        for (var match : matches(unit)) {
            for (var pair :
                    Pairs.of(unit.mentions(), match.signal(), match.dyad()).keySet()) {
                shown.put(new Asked(match, pair), features.of(match, pair, told));
            }
        }
        var weights = weights(shown);
        var points = new PairPoints(features, model(weights));

        shown.forEach((asked, all) -> assertThat(points.of(asked.match(), asked.pair(), told))
                .isEqualTo(all.stream()
                        .mapToDouble(name -> Objects.requireNonNull(weights.get(name)) / 100f)
                        .sum()));
    }

    /** Of a few signals, told of the two who are named first. */
    private static List<Match> matches(Unit unit) {
        var actors = unit.mentions().stream()
                .flatMap(mention -> Stream.ofNullable(mention.actor()))
                .distinct()
                .toList();
        var dyad = new Dyad(actors.get(0), actors.get(1));
        return CATALOGUE.signals().stream()
                .limit(5)
                .map(signal -> new Match(
                        signal,
                        signal.frames().getFirst(),
                        null,
                        dyad,
                        Status.REPORTED,
                        null,
                        null,
                        Unit.TITLE,
                        false,
                        false,
                        List.of(unit.quote())))
                .toList();
    }

    /** Of each feature one of its own, in hundredths. */
    private static Map<String, Integer> weights(Map<Asked, Set<String>> shown) {
        var random = new Random(SEED);
        var weights = new TreeMap<String, Integer>();
        shown.values().forEach(names -> names.forEach(name -> weights.put(name, 0)));
        weights.replaceAll((_, _) -> random.nextInt(1, 1_000));
        return weights;
    }

    private static SwitchWeights model(Map<String, Integer> weights) {
        var written = new WrittenModel(List.of(), List.of("pair"), 0.1, List.of(0L));
        weights.forEach((name, weight) -> written.add(name, 1, List.of(String.valueOf(weight))));
        return SwitchWeights.read(new ByteArrayInputStream(written.text().getBytes(StandardCharsets.UTF_8)));
    }
}
