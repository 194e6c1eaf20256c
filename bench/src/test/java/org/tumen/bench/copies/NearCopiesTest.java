package org.tumen.bench.copies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tumen.bench.copies.SyntheticNews.Writing;

class NearCopiesTest {

    @ParameterizedTest
    @EnumSource
    void findsEditedCopiesAndNothingElse(Writing writing) {
        var recall = Recall.of(SyntheticNews.texts(writing, 300, 20_261_122), 7, Matcher.tumen());

        assertThat(recall.byEdit())
                .allSatisfy((edit, share) ->
                        assertThat(share).as(edit).isGreaterThanOrEqualTo(edit.startsWith("20 %") ? 0.90 : 0.95));
        assertThat(recall.falseShare()).isLessThanOrEqualTo(1e-5);
    }
}
