package org.tumen.alert.delivery.webhook;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tumen.http.GuardedHttp;
import org.tumen.http.HttpProperties;
import org.tumen.http.Limits;

/** The guarded client as webhooks need it: no redirect is followed, and little of an answer is read. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HttpProperties.class, WebhookProperties.class})
class WebhookClient {

    private static final int MAX_ANSWER_BYTES = 1024 * 1024;
    private static final int MAX_HEADER_BYTES = 32 * 1024;

    @Bean
    GuardedHttp webhookHttp(HttpProperties http, WebhookProperties webhook) {
        return GuardedHttp.create(http.policy(), new Limits(webhook.timeout(), MAX_ANSWER_BYTES, 0, MAX_HEADER_BYTES));
    }
}
