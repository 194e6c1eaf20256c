package org.tumen.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the loop of kills counts as what. */
class LedgerTest {

    private final Ledger ledger = new Ledger(List.of("mail", "call"));

    @BeforeEach
    void theFirstLifeBegins() {
        ledger.published(1);
        ledger.begins();
        ledger.arrived(1, "call", "call-1");
    }

    @Test
    void findsNothingWrongWhereEachCameOnce() {
        ledger.arrived(1, "mail", "mail-1");
        assertThat(ledger.ended(List.of("mail-1", "call-1"))).isZero();
        assertThat(ledger.summary().isClean()).isTrue();
        assertThat(ledger.summary().repeats()).isZero();
    }

    @Test
    void missesWhatDidNotCome() {
        assertThat(ledger.missing()).isEqualTo(1);
        assertThat(ledger.summary().lost()).containsExactly("1 at mail");
        assertThat(ledger.summary().isClean()).isFalse();
    }

    @Test
    void allowsARepetitionOfWhatTheLastLifeDidNotRecord() {
        ledger.arrived(1, "mail", "mail-1");
        assertThat(ledger.ended(List.of("call-1"))).isEqualTo(1);
        ledger.begins();
        ledger.arrived(1, "mail", "mail-1");
        assertThat(ledger.summary().repeats()).isEqualTo(1);
        assertThat(ledger.summary().isClean()).isTrue();
    }

    @Test
    void findsWhatARestartSendsAgain() {
        ledger.arrived(1, "mail", "mail-1");
        ledger.ended(List.of("mail-1", "call-1"));
        ledger.begins();
        ledger.arrived(1, "mail", "mail-1");
        assertThat(ledger.summary().resent()).isEqualTo(1);
        assertThat(ledger.summary().isClean()).isFalse();
    }

    @Test
    void findsWhatComesTwiceWithoutARestart() {
        ledger.arrived(1, "mail", "mail-1");
        ledger.arrived(1, "mail", "mail-1");
        assertThat(ledger.summary().twice()).hasSize(1);
        assertThat(ledger.summary().isClean()).isFalse();
    }

    @Test
    void findsASecondId() {
        ledger.arrived(1, "mail", "mail-1");
        ledger.begins();
        ledger.arrived(1, "mail", "mail-2");
        assertThat(ledger.summary().secondIds()).isEqualTo(1);
        assertThat(ledger.summary().isClean()).isFalse();
    }
}
