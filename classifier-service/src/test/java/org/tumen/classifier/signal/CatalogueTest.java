package org.tumen.classifier.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.seeds.InvalidSeedException;

class CatalogueTest {

    private static final Path SEEDS = Path.of("../seeds");

    @TempDir
    private Path folder;

    @BeforeEach
    void copySeeds() throws IOException {
        for (var part : new String[] {"signals", "actors"}) {
            Files.createDirectories(folder.resolve(part));
            try (var files = Files.list(SEEDS.resolve(part))) {
                for (var file : files.toList()) {
                    Files.copy(file, folder.resolve(part).resolve(file.getFileName()));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "signals/treaty-move.yaml  | giver: [DPRK, RUS, PRC] | giver: [DPRK, RUS, CHN] | frames[0].giver[2]: CHN (expected: one of DPRK, EU",
                "signals/treaty-move.yaml  | giver: [DPRK, RUS, PRC] | giver: [] | can never fire",
                "signals/treaty-move.yaml  | weight: 0.55 | weight: 1.5 | expected: more than 0, at most 1",
                "signals/treaty-move.yaml  | within: 14 | within: 0 | frames[0].within: 0 (expected: 1 to 60 words)",
                "signals/treaty-move.yaml  | id: ends | id: concludes | concludes again (expected: each frame of a signal once)",
                "signals/treaty-move.yaml  | id: treaty-move | id: aid-shipment | treaty-move.yaml:2: signals[0].id: aid-shipment again",
                "signals/treaty-move.yaml  | plover: [AGREE | plover: [AGREED | AGREED (expected: one of AGREE, CONSULT",
                "signals/treaty-move.yaml  | en: [sign, | en: ['', | a term must not be empty",
                "signals/treaty-move.yaml  | en: [sign, | en: ['s*gn', | only at the end of a word",
                "signals/treaty-move.yaml  | tier: episodic | tier: epic | \"epic\" (expected: episodic, structural, context)",
                "signals/treaty-move.yaml  | leftOut: {DPRK-RUS: PRC | leftOut: {RUS-DPRK: PRC | two actors in alphabetical order",
                "signals/treaty-move.yaml  | leftOut: { | leftout: { | leftout: unknown key",
                "signals/visits.yaml       | yieldsTo: [military-exchange, | yieldsTo: [military-parade, | yieldsTo[0]: military-parade (expected: another signal",
                "signals/words.yaml        | implied: {giver: PRC} | implied: {giver: CHN} | implied.giver: CHN (expected: one of",
                "signals/scoring.yaml      | threshold: 0.3 | threshold: 7 | threshold: 7.0 (expected: more than 0, less than 1)",
                "signals/vocabulary.yaml   | '  give:' | '  Give:' | vocabulary: Give (expected: small letters and hyphens)",
                "signals/vocabulary.yaml   | '  give:' | '  giving:' | <give> (expected: one of absent, act-",
                "actors/others.yaml        | id: ROK | id: DPRK | DPRK again (expected: each actor once)",
                "actors/others.yaml        | en: [seoul, | en: [pyongyang, | is a name of ROK (expected: each name under one actor)"
            })
    void refusesAFaultWithItsPlaceAndWhatIsAllowed(String file, String right, String wrong, String told)
            throws IOException {
        var path = folder.resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(right);
        var at = text.indexOf(right);
        Files.writeString(path, text.substring(0, at) + wrong + text.substring(at + right.length()));
        assertThatThrownBy(this::load)
                .isInstanceOf(InvalidSeedException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(told);
    }

    @Test
    void keepsItsVersionWhenKeysAndFilesAreInAnotherOrder() throws IOException {
        var version = load().version();
        var scoring = folder.resolve("signals/scoring.yaml");
        Files.writeString(
                scoring,
                Files.readString(scoring)
                        .replace("  title: 0.25\n", "")
                        .replace("  threshold: 0.3\n", "  threshold: 0.3 # low\n  title: 0.25\n"));
        Files.move(folder.resolve("signals/treaty-move.yaml"), folder.resolve("signals/a-treaty.yaml"));
        assertThat(load().version()).isEqualTo(version).matches("[0-9a-f]{12}");
    }

    @Test
    void hasAnotherVersionWhenAWeightDiffers() throws IOException {
        var version = load().version();
        var scoring = folder.resolve("signals/scoring.yaml");
        Files.writeString(scoring, Files.readString(scoring).replace("title: 0.25", "title: 0.26"));
        assertThat(load().version()).isNotEqualTo(version);
    }

    private Catalogue load() {
        return Catalogue.load(folder.resolve("signals"), folder.resolve("actors"));
    }
}
