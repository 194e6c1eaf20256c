package org.tumen.alert.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether the state of alerts is rebuilt from the topics.
 *
 * @param atStart before anything else happens: what was settled once is settled again, and nobody is told. For one start,
 *     after a loss of the database
 */
@ConfigurationProperties("tumen.alert.rebuild")
record RebuildProperties(@DefaultValue("false") boolean atStart) {}
