package org.tumen.alert.access.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {

    @ParameterizedTest
    @CsvSource({
        "elevenchars, 12 characters or more",
        "the-one-before, another one than before",
        "my-name-is-Kimberly, does not hold your name"
    })
    void saysWhatIsWrong(String next, String words) {
        assertThat(PasswordRules.fault("kimberly", "the-one-before", next))
                .hasValueSatisfying(fault -> assertThat(fault).contains(words));
    }

    @Test
    void takesWordsInAnyScript() {
        assertThat(PasswordRules.fault("kim", "the-one-before", "두만강은 흐른다 오늘도")).isEmpty();
        assertThat(PasswordRules.fault("kim", "the-one-before", "correct horse battery"))
                .isEmpty();
    }

    @Test
    void refusesWhatTheHashWouldCutOff() {
        assertThat(PasswordRules.fault("kim", "the-one-before", "강".repeat(25)))
                .hasValueSatisfying(fault -> assertThat(fault).contains("72 bytes"));
    }
}
