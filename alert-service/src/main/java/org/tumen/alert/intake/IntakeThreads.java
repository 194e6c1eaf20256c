package org.tumen.alert.intake;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * Listeners run on threads of the platform. There are few of them, and each asks the database some fifteen times for an
 * alert: on virtual threads every answer cost a park, a poll and a copy of the stack, a ninth of what the service allocated
 * (ADR 0024 tells of deliveries).
 */
@Configuration(proxyBeanMethods = false)
class IntakeThreads {

    @Bean
    ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> listenersOnThePlatform() {
        return container -> container
                .getContainerProperties()
                .setListenerTaskExecutor(new SimpleAsyncTaskExecutor(container.getListenerId() + "-"));
    }
}
