package org.tumen.alert.calendar;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the calendar once. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CalendarProperties.class)
class CalendarAtStart {

    @Bean
    Occasions occasions(CalendarProperties properties) {
        return Occasions.load(properties.days());
    }
}
