package org.tumen.stack.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tumen.stack.broker.Broker;
import org.tumen.stack.database.Database;
import org.tumen.stack.process.Component;
import org.tumen.stack.process.JavaProcess;
import org.tumen.stack.settings.Ports;
import org.tumen.stack.settings.StackSettings;

/** How each of the three services is started on this machine. Their settings are theirs; only places are given here. */
public final class Services {

    public static final String CRAWLER = "crawler";
    public static final String CLASSIFIER = "classifier";
    public static final String ALERT = "alert";

    /** A member of a group that was killed is given up after this time, in milliseconds; Kafka's default is 45 s. */
    private static final String SESSION_TIMEOUT = "6000";

    private final StackSettings settings;
    private final Database database;

    public Services(StackSettings settings, Database database) {
        this.settings = settings;
        this.database = database;
    }

    public Component crawler() {
        var arguments = springArguments(settings.ports().crawler());
        arguments.add("--tumen.crawler.feeds=" + settings.config().feeds());
        return service(
                CRAWLER,
                "http://" + Ports.HOST + ":" + settings.ports().crawler() + "/actuator/health",
                "/actuator/health/readiness",
                List.of(Broker.NAME, Database.NAME),
                process(CRAWLER, "-Xmx192m", List.of(), "crawler-service", arguments, this::databaseSecrets),
                settings.ports().crawler());
    }

    public Component classifier() {
        var ports = settings.ports();
        var arguments = List.of(
                "--micronaut.server.host=" + Ports.HOST,
                "--micronaut.server.port=" + ports.classifier(),
                "--kafka.bootstrap.servers=" + ports.bootstrapServers(),
                "--kafka.consumers.default.session.timeout.ms=" + SESSION_TIMEOUT,
                "--tumen.classifier.signals=" + settings.config().signals(),
                "--tumen.classifier.actors=" + settings.config().actors());
        return service(
                CLASSIFIER,
                "http://" + Ports.HOST + ":" + ports.classifier() + "/health",
                "/health/readiness",
                List.of(Broker.NAME),
                process(
                        CLASSIFIER,
                        "-Xmx128m",
                        List.of("-Dmicronaut.config.files=" + settings.config().settings()),
                        "classifier-service",
                        arguments,
                        Map::of),
                ports.classifier());
    }

    public Component alert() {
        var arguments = springArguments(settings.ports().page());
        arguments.add("--tumen.alert.subscriptions=" + settings.config().subscriptions());
        return service(
                ALERT,
                "http://" + Ports.HOST + ":" + settings.ports().page() + "/",
                "/actuator/health/readiness",
                List.of(Broker.NAME, Database.NAME),
                process(ALERT, "-Xmx192m", List.of(), "alert-service", arguments, this::databaseSecrets),
                settings.ports().page());
    }

    private List<String> springArguments(int port) {
        return new ArrayList<>(List.of(
                "--spring.config.import=optional:file:" + settings.config().settings(),
                "--server.address=" + Ports.HOST,
                "--server.port=" + port,
                "--spring.kafka.bootstrap-servers=" + settings.ports().bootstrapServers(),
                "--spring.kafka.consumer.properties.session.timeout.ms=" + SESSION_TIMEOUT,
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + Database.USER));
    }

    /** Not read before the database is there: its password is made on first use. */
    private Map<String, String> databaseSecrets() {
        return Map.of("SPRING_DATASOURCE_PASSWORD", database.password());
    }

    private Supplier<JavaProcess> process(
            String name,
            String memory,
            List<String> moreOptions,
            String module,
            List<String> arguments,
            Supplier<Map<String, String>> environment) {
        var options = new ArrayList<>(List.of(memory, "-XX:+UseSerialGC", "-Duser.timezone=UTC"));
        if (settings.shortLived()) {
            options.add("-XX:TieredStopAtLevel=1");
        }
        options.addAll(moreOptions);
        Path jar = settings.home().jar(module);
        return () -> new JavaProcess(
                settings.data().log(name),
                options,
                List.of("-jar", jar.toString()),
                arguments,
                environment.get(),
                false);
    }

    private static Component service(
            String name,
            String whereabouts,
            String readiness,
            List<String> needs,
            Supplier<JavaProcess> process,
            int port) {
        return new ServiceProcess(name, whereabouts, needs, process, new Readiness(port, readiness));
    }
}
