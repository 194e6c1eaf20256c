package org.tumen.crawler.fetch;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the tables of turns and rests as small as the web that is read now: one crawler at a time clears them. */
@Configuration(proxyBeanMethods = false)
class ForgettingHosts {

    private static final Logger log = LoggerFactory.getLogger(ForgettingHosts.class);

    @Bean
    RecurringTask<Void> forgetHosts(JdbcClient database) {
        return Tasks.recurring("forget-hosts", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> log.atDebug()
                        .addKeyValue("rows", SharedTurns.forget(database))
                        .log("Forgot hosts"));
    }
}
