package org.tumen.alert.access.token;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * A way in for commands on the same machine.
 *
 * @param operatorTokenFile where a token of an operator is written at each start, for its owner to read; null for none
 */
@ConfigurationProperties("tumen.alert.access")
record TokenFileProperties(@Nullable Path operatorTokenFile) {}
