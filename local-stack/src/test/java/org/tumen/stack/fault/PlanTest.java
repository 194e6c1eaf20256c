package org.tumen.stack.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Duration EVERY = Duration.ofSeconds(6);
    private static final List<String> PROCESSES = List.of("database", "broker", "crawler", "classifier", "alert");
    private static final Possible ALL = new Possible(
            PROCESSES,
            Whole.LINKS,
            List.of("database", "broker"),
            PROCESSES,
            List.of("crawler", "classifier", "alert"));
    private static final int KINDS = 29;

    @Test
    void isTheSameOfTheSameSeedAndAnotherOfAnother() {
        assertThat(plan(1, 50)).isEqualTo(plan(1, 50)).isNotEqualTo(plan(2, 50));
    }

    @Test
    void hasEveryKindOnceBeforeAnyComesTwice() {
        var steps = plan(7, 2 * KINDS).steps();

        assertThat(ALL.kinds("")).hasSize(KINDS);
        assertThat(steps.subList(0, KINDS))
                .extracting(step -> step.fault().row())
                .doesNotHaveDuplicates()
                .contains(
                        "killed: broker",
                        "paused: alert",
                        "cut off: database",
                        "silent: webhook",
                        "slow: mail server",
                        "disk full: database",
                        "clock wrong: crawler",
                        "rolled: classifier");
        assertThat(steps.subList(KINDS, 2 * KINDS))
                .extracting(step -> step.fault().row())
                .doesNotHaveDuplicates();
    }

    @Test
    void letsEachComeInItsTurn() {
        var steps = plan(3, 20).steps();

        for (int i = 0; i < steps.size(); i++) {
            assertThat(steps.get(i).at()).isBetween(EVERY.multipliedBy(i), EVERY.multipliedBy(i + 1L));
        }
    }

    @Test
    void knowsOnlyWhatItIsGiven() {
        var one = new Possible(List.of("one"), List.of("line"), List.of(), List.of("one"), List.of());

        assertThat(Plan.of(1, 5, EVERY, one.kinds("")).steps())
                .extracting(step -> step.fault().row())
                .containsExactlyInAnyOrder(
                        "killed: one", "paused: one", "cut off: line", "silent: line", "clock wrong: one");
    }

    @Test
    void replacesServicesAndNothingElseWhereThatIsAllThatIsTried() {
        assertThat(Plan.of(1, 6, EVERY, ALL.kinds("rolled")).steps())
                .extracting(step -> step.fault().row())
                .containsExactlyInAnyOrder(
                        "rolled: crawler",
                        "rolled: classifier",
                        "rolled: alert",
                        "rolled: crawler",
                        "rolled: classifier",
                        "rolled: alert");
    }

    private static Plan plan(long seed, int faults) {
        return Plan.of(seed, faults, EVERY, ALL.kinds(""));
    }
}
