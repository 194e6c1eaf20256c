package org.tumen.alert.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreconditionTest {

    /** What is shown beside the number. */
    private record Shown(String words) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none           | 3    | true",
                "none           | none | true",
                "\"3\"          | 3    | true",
                "\"3-0a1b\"     | 3    | true",
                "\"2\", \"3\"   | 3    | true",
                "*              | 3    | true",
                "*              | none | false",
                "\"3\"          | none | false",
                "\"2\"          | 3    | false",
                "\"33\"         | 3    | false",
                "W/\"3\"        | 3    | false",
                "3              | 3    | false",
                "''             | 3    | false",
            })
    void ifMatchNamesWhatMustBeThere(@Nullable String ifMatch, @Nullable Long change, boolean holds) {
        assertThat(new Precondition(ifMatch, null).holds(Optional.ofNullable(change)))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {"* | none | true", "* | 3 | false", "\"3\" | 3 | false", "\"2\" | 3 | true", "\"3\" | none | true"
            })
    void ifNoneMatchNamesWhatMustNotBeThere(String ifNoneMatch, @Nullable Long change, boolean holds) {
        assertThat(new Precondition(null, ifNoneMatch).holds(Optional.ofNullable(change)))
                .isEqualTo(holds);
    }

    @Test
    void aTagIsThatOfItsChangeWhateverIsShownBesideIt() {
        var one = Precondition.tag(3, new Shown("healthy"));
        var other = Precondition.tag(3, new Shown("failing"));
        assertThat(one).isNotEqualTo(other);
        assertThat(new Precondition(one, null).holds(Optional.of(3L))).isTrue();
        assertThat(new Precondition(other, null).holds(Optional.of(3L))).isTrue();
        assertThat(new Precondition(one, null).holds(Optional.of(4L))).isFalse();
    }
}
