package org.tumen.stack.service;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tumen.stack.broker.Broker;
import org.tumen.stack.database.Database;
import org.tumen.stack.process.Component;
import org.tumen.stack.process.JavaProcess;
import org.tumen.stack.process.MoreEnvironment;
import org.tumen.stack.settings.OperatorTokens;
import org.tumen.stack.settings.Ports;
import org.tumen.stack.settings.StackSettings;

/** How each of the three services is started on this machine. Their settings are theirs; only places are given here. */
public final class Services {

    public static final String CRAWLER = "crawler";
    public static final String CLASSIFIER = "classifier";
    public static final String ALERT = "alert";

    /** A member of a group that was killed is given up after this time, in milliseconds; Kafka's default is 45 s. */
    private static final String SESSION_TIMEOUT = "6000";

    /** Without those that are taken for another when somebody reads them off a screen. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final StackSettings settings;
    private final Database database;
    private final MoreEnvironment more;
    private final Path crawlerJar;
    private final Path classifierJar;
    private final Path alertJar;

    /** Counts until somebody has logged in; kept nowhere, so each start names another. */
    private final String firstPassword = newPassword();

    /**
     * Starts nothing yet.
     *
     * @throws org.tumen.stack.console.StackException when a jar has not been built
     */
    public Services(StackSettings settings, Database database) {
        this(settings, database, MoreEnvironment.NONE);
    }

    /** The same with more in the environment of each. */
    public Services(StackSettings settings, Database database, MoreEnvironment more) {
        this.more = more;
        this.settings = settings;
        this.database = database;
        this.crawlerJar = settings.home().jar("crawler-service");
        this.classifierJar = settings.home().jar("classifier-service");
        this.alertJar = settings.home().jar("alert-service");
    }

    public Component crawler() {
        return crawler(CRAWLER, settings.ports().crawler());
    }

    /** One of several crawlers. */
    public Component crawler(String name, int port) {
        return new ServiceProcess(
                name,
                "http://" + Ports.HOST + ":" + port + "/actuator/health",
                List.of(Broker.NAME, Database.NAME),
                () -> crawlerProcess(name, port),
                new Readiness(port, "/actuator/health/readiness"));
    }

    public Component classifier() {
        return classifier(CLASSIFIER, settings.ports().classifier());
    }

    /** One of several classifiers. */
    public Component classifier(String name, int port) {
        return new ServiceProcess(
                name,
                "http://" + Ports.HOST + ":" + port + "/health",
                List.of(Broker.NAME),
                () -> classifierProcess(name, port),
                new Readiness(port, "/health/readiness"));
    }

    public Component alert() {
        return alert(ALERT, settings.ports().page());
    }

    /** One of several alert services. */
    public Component alert(String name, int port) {
        return alert(name, port, () -> alertProcess(name, port), Component.PATIENCE);
    }

    /** The alert service that rebuilds its state from the topics first, and is ready when it is there again. */
    public Component alertRebuilt() {
        var port = settings.ports().page();
        return alert(
                ALERT,
                port,
                () -> withArgument(alertProcess(ALERT, port), "--tumen.alert.rebuild.at-start=true"),
                Duration.ofDays(1));
    }

    private static JavaProcess withArgument(JavaProcess usual, String argument) {
        var arguments = new ArrayList<>(usual.arguments());
        arguments.add(argument);
        return new JavaProcess(
                usual.log(), usual.jvmOptions(), usual.target(), arguments, usual.environment(), usual.endsWithUs());
    }

    private static Component alert(String name, int port, Supplier<JavaProcess> process, Duration patience) {
        return new ServiceProcess(
                name,
                "http://" + Ports.HOST + ":" + port + "/",
                List.of(Broker.NAME, Database.NAME),
                process,
                new Readiness(port, "/actuator/health/readiness"),
                patience);
    }

    /**
     * The alert service for trials that start it again and again.
     *
     * @param moreOptions of the JVM
     */
    public Component alert(List<String> moreOptions) {
        var port = settings.ports().page();
        var usual = alertProcess(ALERT, port);
        var options = new ArrayList<>(usual.jvmOptions());
        options.addAll(moreOptions);
        var process = new JavaProcess(
                usual.log(), options, usual.target(), usual.arguments(), usual.environment(), usual.endsWithUs());
        return alert(ALERT, port, () -> process, Component.PATIENCE);
    }

    /** Where a cache of the alert service's classes can lie for as long as its jar is the same. */
    public Path alertClasses() {
        return UnpackedJar.of(alertJar).resolveSibling("classes.aot");
    }

    /** The one-time password of the first administrator, for as long as nobody has logged in. */
    public String firstPassword() {
        return firstPassword;
    }

    private static String newPassword() {
        var random = new SecureRandom();
        return random.ints(20, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    private JavaProcess crawlerProcess(String name, int port) {
        var arguments = springArguments(port);
        arguments.add("--tumen.crawler.feeds=" + settings.config().feeds());
        return process(name, UnpackedJar.of(crawlerJar), jvmOptions(192), arguments, databasePassword());
    }

    private JavaProcess classifierProcess(String name, int port) {
        var ports = settings.ports();
        var options = jvmOptions(128);
        options.add("-Dmicronaut.config.files=" + settings.config().settings());
        var arguments = List.of(
                "--micronaut.server.host=" + Ports.HOST,
                "--micronaut.server.port=" + port,
                "--kafka.bootstrap.servers=" + ports.bootstrapServers(),
                "--kafka.session.timeout.ms=" + SESSION_TIMEOUT,
                "--tumen.classifier.intake.instance=stack-" + port,
                "--tumen.classifier.signals=" + settings.config().signals(),
                "--tumen.classifier.actors=" + settings.config().actors());
        return process(name, classifierJar, options, arguments, Map.of());
    }

    private JavaProcess alertProcess(String name, int port) {
        var arguments = springArguments(port);
        arguments.add("--tumen.alert.subscriptions=" + settings.config().subscriptions());
        arguments.add("--tumen.alert.access.operator-token-file="
                + OperatorTokens.file(settings.data().root()));
        arguments.add("--tumen.alert.stories.terms=" + settings.config().stories());
        arguments.add("--tumen.alert.calendar.days=" + settings.config().calendar());
        arguments.add("--tumen.alert.baseline.limits=" + settings.config().baseline());
        arguments.add("--tumen.alert.index.weights=" + settings.config().index());
        arguments.add("--tumen.alert.expectations.expected=" + settings.config().expectations());
        var secrets = new HashMap<>(databasePassword());
        secrets.put("TUMEN_ALERT_ACCESS_FIRST_PASSWORD", firstPassword);
        return process(name, UnpackedJar.of(alertJar), jvmOptions(192), arguments, secrets);
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

    private Map<String, String> databasePassword() {
        return Map.of("SPRING_DATASOURCE_PASSWORD", database.password());
    }

    /** All of the heap is its own from the start, on a machine of any size: it never grows, nor shrinks to grow again. */
    private List<String> jvmOptions(int heapMegabytes) {
        var options = new ArrayList<>(List.of(
                "-Xms" + heapMegabytes + "m", "-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC", "-Duser.timezone=UTC"));
        if (settings.shortLived()) {
            options.add("-XX:TieredStopAtLevel=1");
        }
        return options;
    }

    private JavaProcess process(
            String name, Path jar, List<String> options, List<String> arguments, Map<String, String> secrets) {
        var environment = new HashMap<>(more.of(name));
        environment.putAll(secrets);
        return new JavaProcess(
                settings.data().log(name), options, List.of("-jar", jar.toString()), arguments, environment, false);
    }
}
