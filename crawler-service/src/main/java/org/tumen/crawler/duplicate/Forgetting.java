package org.tumen.crawler.duplicate;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the table of signatures from growing: one crawler at a time clears it, every hour. */
@Configuration(proxyBeanMethods = false)
class Forgetting {

    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

    @Bean
    RecurringTask<Void> forgetOldSignatures(Origins origins) {
        return Tasks.recurring("forget-old-signatures", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> log.atInfo()
                        .addKeyValue("articles", origins.forgetOld())
                        .log("Forgot old signatures"));
    }
}
