package org.tumen.crawler.archive;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Whether pages are kept.
 *
 * @param dir where the WARC files go; pages are not kept when absent. Whoever sets it sees to it that old files go
 * @param maxFileSize a file that has grown to this size is closed and the next one begun
 */
@ConfigurationProperties("tumen.crawler.archive")
record ArchiveProperties(
        @Nullable Path dir, @DefaultValue("256MB") DataSize maxFileSize) {

    /** In a YAML file the key may stand without a value. */
    ArchiveProperties {
        dir = dir == null || dir.toString().isEmpty() ? null : dir;
    }
}
