package org.tumen.stack.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.tumen.model.Topic;

/**
 * One broker that is its own controller, sized for one machine.
 *
 * @param folder where everything is kept
 * @param port for clients
 * @param controllerPort for the quorum of one
 * @param advertised what clients are told to connect to; {@code port}, as a rule
 */
record BrokerSettings(Path folder, int port, int controllerPort, int advertised) {

    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    Map<String, String> asMap() {
        var settings = new HashMap<String, String>();
        settings.put("node.id", String.valueOf(NODE));
        settings.put("process.roles", "broker,controller");
        settings.put(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + advertised);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("log.dirs", folder.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("message.max.bytes", String.valueOf(Topic.MAX_RECORD_BYTES));

        // A single copy of everything, also of the broker's own topics, and few partitions of those.
        settings.put("default.replication.factor", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");

        // As long as the articles: a machine that was off for a fortnight goes on where it stopped.
        settings.put(
                "offsets.retention.minutes",
                String.valueOf(Topic.ARTICLES.retention().toMinutes()));

        // A small heap: the cleaner alone takes 128 MB by default; index files are mapped at their full size.
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(4 * 1024 * 1024));
        settings.put("log.cleaner.threads", "1");
        settings.put("log.index.size.max.bytes", String.valueOf(1024 * 1024));
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "2");

        // Back at once after a kill: nobody else is in the quorum, and groups are small.
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("controller.quorum.election.timeout.ms", "300");
        settings.put("controller.quorum.election.backoff.max.ms", "300");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.min.session.timeout.ms", "1000");
        return settings;
    }
}
