package org.tumen.stack.broker;

import java.io.IOException;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.LoggerFactory;

/** The broker's own process. It ends in good order on SIGTERM, and when its standard input ends: its parent is gone. */
final class BrokerMain {

    private BrokerMain() {}

    /**
     * Runs until it is told to end.
     *
     * @param arguments the data folder, the port, the port of the quorum, the port that clients are told
     */
    public static void main(String[] arguments) throws IOException {
        var settings = new BrokerSettings(
                Path.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]));
        try {
            BrokerStorage.formatOnFirstUse(settings);
            var server = new KafkaRaftServer(new KafkaConfig(settings.asMap(), false), Time.SYSTEM);
            Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
            server.startup();
            Thread.ofPlatform().daemon().name("parent-watch").start(BrokerMain::endWithTheParent);
            server.awaitShutdown();
        } catch (Exception e) {
            LoggerFactory.getLogger(BrokerMain.class).error("The broker cannot start", e);
            System.exit(1);
        }
    }

    private static void endWithTheParent() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever said here; only the end matters.
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(BrokerMain.class).warn("Standard input broke", e);
        }
        System.exit(0);
    }
}
