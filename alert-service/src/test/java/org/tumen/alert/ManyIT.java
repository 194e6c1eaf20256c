package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tumen.alert.Mails.mailsTo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Status;

/** Two instances of the service on one database, one topic and many subscribers. */
class ManyIT extends WholeService {

    private static final List<String> SHARED = List.of(
            "spring.kafka.bootstrap-servers",
            "spring.datasource.url",
            "tumen.alert.subscriptions",
            "tumen.alert.stories.terms",
            "tumen.alert.calendar.days",
            "tumen.alert.baseline.limits",
            "tumen.alert.index.weights",
            "tumen.alert.expectations.expected",
            "tumen.alert.email.port",
            "tumen.alert.email.from",
            "tumen.http.allowed-addresses",
            // Which instance does it next, and when, is up to the one that did it last.
            "tumen.alert.operations.every",
            "tumen.alert.operations.feed-hold",
            "tumen.alert.operations.hold",
            "tumen.alert.delivery.retries");

    private static @Nullable ConfigurableApplicationContext second;

    @Autowired
    private Environment environment;

    @BeforeEach
    void startTheSecondInstance() {
        if (second == null) {
            var arguments = new ArrayList<String>(List.of("--server.port=0", "--spring.jmx.enabled=false"));
            SHARED.forEach(key -> arguments.add("--" + key + "=" + environment.getRequiredProperty(key)));
            second = new SpringApplicationBuilder(AlertService.class).run(arguments.toArray(String[]::new));
        }
    }

    @AfterAll
    static void stopTheSecondInstance() {
        if (second != null) {
            second.close();
            second = null;
        }
    }

    @Test
    void tellsEachOfAThousandSubscribersOnceOfAStory() throws Exception {
        var month = Assessments.month();
        publish(told(month));
        publish(told(month));
        await().atMost(120, TimeUnit.SECONDS)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(deliveredTo("many-%")).isEqualTo(TimedSubscriptions.MANY));
        for (var i = 0; i < TimedSubscriptions.MANY; i++) {
            assertThat(
                            i % 10 == 0
                                    ? mailsTo("many-" + i + "@example.org").size()
                                    : RealParts.RECEIVER.calls("/many-" + i).size())
                    .as("subscriber " + i)
                    .isEqualTo(1);
        }
    }

    @Test
    void tellsEachOfManyStoriesOnceWhicheverInstanceReadsIt() {
        var assessments = new ArrayList<ArticleAssessed>();
        for (var i = 0; i < 60; i++) {
            var article = Assessments.article("en", "Of sixty, number " + i, "He did not come to the hall.");
            assessments.add(Assessments.at(
                    Assessments.month(),
                    article,
                    Assessments.finding(article, "sixty-watch", Status.REPORTED, 0.75, "did not come")));
        }
        assessments.forEach(this::publish);
        assessments.forEach(this::publish);
        soon(() -> assertThat(deliveredTo("sixty")).isEqualTo(60));
        var calls = new HashMap<String, Integer>();
        RealParts.RECEIVER.calls("/sixty").forEach(call -> calls.merge(call.id(), 1, Integer::sum));
        assertThat(calls)
                .hasSize(60)
                .allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
    }

    private static ArticleAssessed told(Instant month) {
        var article = Assessments.article("en", "A thousand are told", "He did not come to the hall.");
        return Assessments.at(
                month, article, Assessments.finding(article, "many-watch", Status.REPORTED, 0.75, "did not come"));
    }
}
