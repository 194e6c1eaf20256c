package org.tumen.alert.baseline;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the limits once. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BaselineProperties.class)
class BaselineAtStart {

    @Bean
    BaselineFile baselineFile(BaselineProperties properties) {
        return BaselineCheck.load(properties.limits());
    }

    @Bean
    SignalKinds signalKinds(BaselineFile file) {
        return SignalKinds.of(file.signals());
    }
}
