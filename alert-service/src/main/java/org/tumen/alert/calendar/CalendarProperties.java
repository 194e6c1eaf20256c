package org.tumen.alert.calendar;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which days are known.
 *
 * @param days the file of them
 */
@ConfigurationProperties("tumen.alert.calendar")
record CalendarProperties(
        @DefaultValue("seeds/calendar.yaml") Path days) {

    /** Refuses a file at fault when the configuration is read. */
    CalendarProperties {
        Occasions.load(days);
    }
}
