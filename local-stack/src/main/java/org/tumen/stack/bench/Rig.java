package org.tumen.stack.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tumen.model.Topic;
import org.tumen.model.envelope.BrokerTopics;
import org.tumen.stack.broker.Broker;
import org.tumen.stack.catcher.Caught;
import org.tumen.stack.catcher.MailCatcher;
import org.tumen.stack.catcher.WebhookCatcher;
import org.tumen.stack.console.StackException;
import org.tumen.stack.database.Database;
import org.tumen.stack.process.Component;
import org.tumen.stack.service.Services;
import org.tumen.stack.settings.Ports;
import org.tumen.stack.settings.StackSettings;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Broker, database and alert service as processes of their own; the mail server and the webhook's receiver live here. */
final class Rig implements AutoCloseable {

    /** Is told of each alert at once, by mail and by webhook. */
    static final String PROMPT = "prompt";

    /** Is told likewise, of what was held for a moment first. */
    static final String HELD = "held";

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    /** On a busy machine a start takes a minute, and writing the cache of classes several. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private final StackSettings settings;
    private final Database database;
    private final Broker broker;
    private final Services services;
    private final Path classes;
    private final MailCatcher mail;
    private final WebhookCatcher webhook;
    private final List<ProcessHandle> processes = new ArrayList<>();
    private @Nullable ProcessHandle databaseProcess;
    private @Nullable Process alertProcess;

    private Rig(StackSettings settings, Consumer<Caught> catches) {
        this.settings = settings;
        var ports = settings.ports();
        this.database = new Database(settings.data(), ports.database());
        this.broker = new Broker(settings.data(), ports, settings.home().stackJar());
        this.services = new Services(settings, database);
        this.classes = services.alertClasses();
        this.mail = MailCatcher.open(ports.mail(), catches);
        this.webhook = WebhookCatcher.open(ports.webhook(), catches);
    }

    /**
     * Starts all but the alert service, on an empty data folder.
     *
     * @param subscriptions some of {@link #PROMPT} and {@link #HELD}
     * @param catches called by many threads for each delivery, before it is accepted
     */
    static Rig open(StackSettings settings, List<String> subscriptions, Consumer<Caught> catches) {
        Ports.requireFree(settings.ports().ofTheStack());
        settings.data().clear();
        var rig = new Rig(settings, catches);
        Runtime.getRuntime().addShutdownHook(new Thread(rig::close, "close"));
        rig.configure(subscriptions);
        rig.startDatabase();
        rig.processes.add(rig.broker.start().handle());
        Trial.await("the broker", PATIENCE, rig.broker::ready);
        BrokerTopics.createMissing(
                Map.of("bootstrap.servers", settings.ports().bootstrapServers()),
                List.of(Topic.ASSESSMENTS, Topic.ALERTS, Topic.FEED_HEALTH),
                PATIENCE);
        rig.writeCacheOfClasses();
        return rig;
    }

    private void startDatabase() {
        var process = database.start().handle();
        databaseProcess = process;
        processes.add(process);
    }

    /** Starts the alert service and does not wait for it. */
    void startAlerts() {
        start("-XX:AOTCache=" + classes);
    }

    private synchronized Component start(String option) {
        var alerts = services.alert(List.of(option));
        alertProcess = alerts.start().child();
        return alerts;
    }

    /** The service writes it at the end of a life in good order. */
    private void writeCacheOfClasses() {
        if (!Files.exists(classes)) {
            var alerts = start("-XX:AOTCacheOutput=" + classes);
            Trial.await("the alert service", PATIENCE, alerts::ready);
            stopAlerts();
        }
    }

    boolean alertsAreReady() {
        return services.alert().ready();
    }

    boolean alertsAreAlive() {
        var process = alertProcess;
        return process != null && process.isAlive();
    }

    /** What the alert service has used, nothing while it does not run. */
    ProcessorTime alertsUsed() {
        var process = alertProcess;
        return process == null ? ProcessorTime.NONE : ProcessorTime.of(process.toHandle());
    }

    /** What the database has used, its connections included. */
    ProcessorTime databaseUsed() {
        var process = databaseProcess;
        return process == null ? ProcessorTime.NONE : ProcessorTime.of(process);
    }

    /** Signal 9. */
    void killAlerts() {
        var process = alertProcess;
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /** Signal 15, and waits for the end. */
    void stopAlerts() {
        var process = alertProcess;
        if (process != null) {
            process.destroy();
            Trial.await("the end of the alert service", PATIENCE, () -> !process.isAlive());
        }
    }

    Connection connection() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl() + "?ApplicationName=bench&currentSchema=alert", Database.USER, database.password());
    }

    /** Waits until the database has rolled back, or finished, what a killed service had begun. */
    void awaitNoTransaction(Connection connection) {
        Trial.await("the end of the service's connections", PATIENCE, () -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select count(*) from pg_stat_activity"
                            + " where datname = current_database() and application_name <> 'bench'"
                            + " and backend_type = 'client backend'")) {
                row.next();
                return row.getLong(1) == 0;
            } catch (SQLException e) {
                throw new StackException("cannot ask the database: " + e.getMessage(), e);
            }
        });
    }

    /** The ids of all deliveries whose acceptance was recorded since this time. */
    static Set<String> accepted(Connection connection, Instant since) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select id from delivery where state = 'delivered' and settled_at >= ?::timestamptz")) {
            statement.setString(1, since.toString());
            var ids = new HashSet<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        }
    }

    /** What was recorded of a delivery's attempts, in words: whether the service knows why it tried again. */
    static String attempts(Connection connection, String delivery) throws SQLException {
        try (var statement =
                connection.prepareStatement("select coalesce(string_agg(outcome || ' (' || answer || ')', ', '"
                        + " order by number), 'no attempt') from attempt where delivery_id = ?")) {
            statement.setString(1, delivery);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Forgiving, since it may come in the middle of anything: what does not run needs no stop. */
    @Override
    public synchronized void close() {
        killAlerts();
        for (var process : processes.reversed()) {
            process.destroy();
        }
        processes.clear();
        mail.close();
        webhook.close();
    }

    /** Mails in a long run fill the memory. */
    void forgetMails() {
        mail.forget();
    }

    private void configure(List<String> ids) {
        var subscriptions = ids.stream().map(this::subscription).toList();
        var mailServer = Map.of("host", "127.0.0.1", "port", settings.ports().mail(), "from", "tumen@trial.example");
        write("subscriptions/trial.yaml", Map.of("subscriptions", subscriptions));
        write(
                "tumen.yaml",
                Map.of(
                        "tumen",
                        Map.of(
                                "http",
                                Map.of("allowed-addresses", List.of("127.0.0.0/8")),
                                "alert",
                                Map.of("email", mailServer))));
    }

    private Map<String, Object> subscription(String id) {
        return Map.of(
                "id",
                id,
                "name",
                id,
                "filter",
                Map.of("dyads", List.of("PRC>DPRK")),
                "email",
                List.of(id + "@trial.example"),
                "webhook",
                Map.of("url", webhook.address() + "/" + id, "secret", webhook.secret()),
                "timing",
                Map.of("groupWait", id.equals(HELD) ? "2s" : "0s"));
    }

    private void write(String name, Object content) {
        var file = settings.data().config().resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, YAML.writeValueAsString(content));
        } catch (IOException e) {
            throw new StackException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
