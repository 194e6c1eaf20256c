package org.tumen.alert.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.alert.calendar.Occasions;
import org.tumen.seeds.InvalidSeedException;

class ExpectationCheckTest {

    private static final Path SHIPPED = Path.of("../seeds/expectations.yaml");
    private static final Occasions OCCASIONS = Occasions.load(Path.of("../seeds/calendar.yaml"));

    @Test
    void expectsWhatIsUsualOnItsDay() {
        assertThat(ExpectationCheck.load(SHIPPED, OCCASIONS))
                .hasSizeGreaterThan(5)
                .allSatisfy(expectation ->
                        assertThat(expectation.occasion().usual()).containsAnyElementsOf(expectation.signals()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "occasion: russia-day | occasion: russian-day | expectations[4].occasion: russian-day (expected: the id of a day",
                "id: rus-greets-dprk-foundation | id: prc-greets-dprk-foundation | expectations[1].id: prc-greets-dprk-foundation is there twice",
                "id: rus-greets-dprk-foundation | id: Greeting 2 | expectations[1].id: Greeting 2 (expected: lower-case letters",
                "leastAlive: 3 | leastAlive: 9 | expectations[0].leastAlive: 9 of 7 feeds (expected: 1 or more of them)",
                "within: 48h | within: 0h | expectations[0].within: 0h (expected: 1h to 30d)",
                "receiver: DPRK | receiver: PRC | expectations[0].receiver: PRC twice (expected: two actors)",
                "signals: [leader-message] | signals: [] | expectations[3].signals: none (expected: what would be found)",
                "zone: Asia/Pyongyang | zone: Asia/Nowhere | expectations[0].zone",
            })
    void saysWhereAFaultIsAndWhatIsAllowed(String right, String wrong, String told, @TempDir Path folder)
            throws Exception {
        var shipped = Files.readString(SHIPPED);
        assertThat(shipped).contains(right);
        var file = Files.writeString(folder.resolve("expectations.yaml"), shipped.replace(right, wrong));
        assertThatThrownBy(() -> ExpectationCheck.load(file, OCCASIONS))
                .isInstanceOf(InvalidSeedException.class)
                .hasMessageContaining(told);
    }
}
