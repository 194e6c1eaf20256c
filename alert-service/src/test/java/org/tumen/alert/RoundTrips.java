package org.tumen.alert;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts how often the service asks its database and waits for the answer, by the part of it that asks. A batch is asked
 * once, and so is a commit.
 */
@TestConfiguration(proxyBeanMethods = false)
class RoundTrips implements BeanPostProcessor {

    /** The parts by the class through which all their work comes, as it stands in a stack. */
    private static final Map<String, String> PARTS = Map.of(
            "org.tumen.alert.intake.AssessmentIntake", "intake",
            "org.tumen.alert.delivery.DeliveryTask", "delivery",
            "org.tumen.alert.publish.OutboxPublisher", "outbox");

    private static final String TUMEN = "org.tumen.alert.";
    private static final String DB_SCHEDULER = "com.github.kagkarlsson.scheduler.";

    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

    /** How often one of the parts has asked since the service began: intake, delivery, outbox, or what the scheduler asks by itself. */
    long of(String part) {
        var count = counts.get(part);
        return count == null ? 0 : count.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Counted(source) : bean;
    }

    private void count() {
        var stack = StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .filter(name -> !name.startsWith(RoundTrips.class.getName()))
                        .toList());
        part(stack)
                .ifPresent(part ->
                        counts.computeIfAbsent(part, _ -> new AtomicLong()).incrementAndGet());
    }

    private static Optional<String> part(List<String> stack) {
        if (stack.stream().noneMatch(name -> name.startsWith(TUMEN))) {
            return stack.stream().anyMatch(name -> name.startsWith(DB_SCHEDULER))
                    ? Optional.of("scheduler")
                    : Optional.empty();
        }
        return PARTS.entrySet().stream()
                .filter(part -> stack.stream().anyMatch(name -> name.startsWith(part.getKey())))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private final class Counted extends DelegatingDataSource {

        private Counted(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return counted(super.getConnection(), Connection.class);
        }
    }

    /** Statements are made by a connection and counted as it is. */
    private <T> T counted(T real, Class<T> type) {
        var proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
            var asks =
                    method.getName().startsWith("execute") || method.getName().equals("commit");
            if (asks) {
                count();
            }
            try {
                var made = method.invoke(real, arguments);
                return made instanceof Statement ? statement(made, method.getReturnType()) : made;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
        return type.cast(proxy);
    }

    private <T> T statement(Object made, Class<T> type) {
        return counted(type.cast(made), type);
    }
}
