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
        this.settings = settings;
        this.database = database;
        this.crawlerJar = settings.home().jar("crawler-service");
        this.classifierJar = settings.home().jar("classifier-service");
        this.alertJar = settings.home().jar("alert-service");
    }

    public Component crawler() {
        var port = settings.ports().crawler();
        return new ServiceProcess(
                CRAWLER,
                "http://" + Ports.HOST + ":" + port + "/actuator/health",
                List.of(Broker.NAME, Database.NAME),
                this::crawlerProcess,
                new Readiness(port, "/actuator/health/readiness"));
    }

    public Component classifier() {
        var port = settings.ports().classifier();
        return new ServiceProcess(
                CLASSIFIER,
                "http://" + Ports.HOST + ":" + port + "/health",
                List.of(Broker.NAME),
                this::classifierProcess,
                new Readiness(port, "/health/readiness"));
    }

    public Component alert() {
        return alert(this::alertProcess, Duration.ofMinutes(2));
    }

    /** The alert service that rebuilds its state from the topics first, and is ready when it is there again. */
    public Component alertRebuilt() {
        return alert(() -> withArgument(alertProcess(), "--tumen.alert.rebuild.at-start=true"), Duration.ofDays(1));
    }

    private static JavaProcess withArgument(JavaProcess usual, String argument) {
        var arguments = new ArrayList<>(usual.arguments());
        arguments.add(argument);
        return new JavaProcess(
                usual.log(), usual.jvmOptions(), usual.target(), arguments, usual.environment(), usual.endsWithUs());
    }

    private Component alert(Supplier<JavaProcess> process, Duration patience) {
        var port = settings.ports().page();
        return new ServiceProcess(
                ALERT,
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
        var usual = alertProcess();
        var options = new ArrayList<>(usual.jvmOptions());
        options.addAll(moreOptions);
        var process = new JavaProcess(
                usual.log(), options, usual.target(), usual.arguments(), usual.environment(), usual.endsWithUs());
        return alert(() -> process, Duration.ofMinutes(2));
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

    private JavaProcess crawlerProcess() {
        var arguments = springArguments(settings.ports().crawler());
        arguments.add("--tumen.crawler.feeds=" + settings.config().feeds());
        return process(CRAWLER, UnpackedJar.of(crawlerJar), jvmOptions("-Xmx192m"), arguments, databasePassword());
    }

    private JavaProcess classifierProcess() {
        var ports = settings.ports();
        var options = jvmOptions("-Xmx128m");
        options.add("-Dmicronaut.config.files=" + settings.config().settings());
        var arguments = List.of(
                "--micronaut.server.host=" + Ports.HOST,
                "--micronaut.server.port=" + ports.classifier(),
                "--kafka.bootstrap.servers=" + ports.bootstrapServers(),
                "--kafka.session.timeout.ms=" + SESSION_TIMEOUT,
                "--tumen.classifier.intake.instance=stack-" + ports.classifier(),
                "--tumen.classifier.signals=" + settings.config().signals(),
                "--tumen.classifier.actors=" + settings.config().actors());
        return process(CLASSIFIER, classifierJar, options, arguments, Map.of());
    }

    private JavaProcess alertProcess() {
        var arguments = springArguments(settings.ports().page());
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
        return process(ALERT, UnpackedJar.of(alertJar), jvmOptions("-Xmx192m"), arguments, secrets);
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

    private List<String> jvmOptions(String memory) {
        var options = new ArrayList<>(List.of(memory, "-XX:+UseSerialGC", "-Duser.timezone=UTC"));
        if (settings.shortLived()) {
            options.add("-XX:TieredStopAtLevel=1");
        }
        return options;
    }

    private JavaProcess process(
            String name, Path jar, List<String> options, List<String> arguments, Map<String, String> environment) {
        return new JavaProcess(
                settings.data().log(name), options, List.of("-jar", jar.toString()), arguments, environment, false);
    }
}
