package org.tumen.stack.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.stack.process.FreePorts;
import org.tumen.stack.settings.DataDirectory;
import org.tumen.stack.settings.Home;

class BrokerIT {

    @TempDir
    Path folder;

    @Test
    void keepsItsTopicsOverAKill() throws Exception {
        var ports = FreePorts.find();
        var broker =
                new Broker(DataDirectory.at(folder), ports, Home.ofThisJar().stackJar());

        var first = broker.start();
        try (var admin = admin(ports.bootstrapServers(), broker)) {
            admin.createTopics(List.of(new NewTopic("kept", Optional.of(3), Optional.empty())))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        } finally {
            first.handle().destroyForcibly();
        }
        first.handle().onExit().get(10, TimeUnit.SECONDS);

        var second = broker.start();
        try (var admin = admin(ports.bootstrapServers(), broker)) {
            assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).contains("kept");
        } finally {
            second.handle().destroy();
        }
        second.handle().onExit().get(30, TimeUnit.SECONDS);
        assertThat(second.exitCode()).hasValue(143);
    }

    @Test
    void endsWhenItsParentIsGone() throws Exception {
        var ports = FreePorts.find();
        var broker =
                new Broker(DataDirectory.at(folder), ports, Home.ofThisJar().stackJar());
        var launched = broker.start();
        await().atMost(Duration.ofSeconds(60)).until(broker::ready);

        // The end of the pipe closes with the process that holds it.
        Objects.requireNonNull(launched.child()).getOutputStream().close();

        launched.handle().onExit().get(30, TimeUnit.SECONDS);
        assertThat(launched.exitCode()).hasValue(0);
    }

    private static Admin admin(String servers, Broker broker) {
        await().atMost(Duration.ofSeconds(60)).until(broker::ready);
        return Admin.create(Map.of("bootstrap.servers", servers));
    }
}
