package org.tumen.alert.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tumen.alert.notice.Notice.About;

/**
 * When operators are told.
 *
 * @param every how often lag, dead letters and endpoints are looked at
 * @param feedHold how long a feed has to be failing, silent or well before that is told
 * @param hold the same for everything else
 * @param lag how many waiting records of one reader are too many
 * @param calm without a new dead letter for this long, dead letters are over
 */
@ConfigurationProperties("tumen.alert.operations")
record OperationsProperties(
        @DefaultValue("30s") Duration every,
        @DefaultValue("10m") Duration feedHold,
        @DefaultValue("2m") Duration hold,
        @DefaultValue("1000") long lag,
        @DefaultValue("1h") Duration calm) {

    OperationsProperties {
        if (!every.isPositive() || !feedHold.isPositive() || !hold.isPositive() || !calm.isPositive() || lag < 1) {
            throw new IllegalArgumentException("operations: every " + every + ", feed-hold " + feedHold + ", hold "
                    + hold + ", calm " + calm + ", lag " + lag + " (expected: all more than nothing)");
        }
    }

    Duration hold(About about) {
        return about == About.FEED ? feedHold : hold;
    }
}
