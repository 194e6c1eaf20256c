package org.tumen.stack.broker;

import java.nio.file.Files;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** Prepares the broker's folder on first use, as {@code kafka-storage format} does. */
final class BrokerStorage {

    private BrokerStorage() {}

    static void formatOnFirstUse(BrokerSettings settings) throws Exception {
        if (Files.exists(settings.folder().resolve("meta.properties"))) {
            return;
        }
        var folder = settings.folder().toString();
        Files.createDirectories(settings.folder());
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerSettings.NODE)
                .addDirectory(folder)
                .setMetadataLogDirectory(folder)
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .run();
    }
}
