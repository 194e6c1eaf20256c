package org.tumen.stack.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Duration EVERY = Duration.ofSeconds(6);

    @Test
    void isTheSameOfTheSameSeedAndAnotherOfAnother() {
        assertThat(plan(1, 50)).isEqualTo(plan(1, 50)).isNotEqualTo(plan(2, 50));
    }

    @Test
    void hasEveryKindOnceBeforeAnyComesTwice() {
        var steps = plan(7, 40).steps();

        assertThat(steps.subList(0, 19)).extracting(step -> step.fault().row()).doesNotHaveDuplicates();
        assertThat(steps.subList(0, 19))
                .extracting(step -> step.fault().row())
                .contains(
                        "killed: broker", "paused: alert", "cut off: database", "silent: webhook", "slow: mail server");
        assertThat(steps.subList(19, 38)).extracting(step -> step.fault().row()).doesNotHaveDuplicates();
    }

    @Test
    void letsEachComeInItsTurn() {
        var steps = plan(3, 20).steps();

        for (int i = 0; i < steps.size(); i++) {
            assertThat(steps.get(i).at()).isBetween(EVERY.multipliedBy(i), EVERY.multipliedBy(i + 1L));
        }
    }

    private static Plan plan(long seed, int faults) {
        return Plan.of(seed, faults, EVERY, Whole.PROCESSES, Whole.LINKS);
    }

    @Test
    void knowsOnlyWhatItIsGiven() {
        var plan = Plan.of(1, 5, EVERY, List.of("one"), List.of("line"));

        assertThat(plan.steps())
                .extracting(step -> step.fault().row())
                .containsExactlyInAnyOrder(
                        "killed: one", "paused: one", "cut off: line", "silent: line", "slow: mail server");
    }
}
