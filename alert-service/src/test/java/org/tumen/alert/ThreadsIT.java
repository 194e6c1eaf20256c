package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What asks the database again and again does so on threads of the platform (ADR 0024). */
class ThreadsIT extends WholeService {

    @Test
    void listensAndDeliversOnThreadsOfThePlatform() {
        var assessed = Assessments.of("counted", "Threads were counted", "They counted threads.", "counted threads");
        publish(assessed);
        soon(() -> assertThat(delivery(assessed, "webhook")).isEqualTo("delivered"));

        assertThat(Thread.getAllStackTraces().keySet()) // Virtual ones are not among them.
                .extracting(Thread::getName)
                .anyMatch(name -> name.startsWith("delivery-"));
        assertThat(Thread.getAllStackTraces().values())
                .anyMatch(stack -> Arrays.stream(stack)
                        .anyMatch(frame ->
                                frame.getClassName().endsWith("KafkaMessageListenerContainer$ListenerConsumer")));
    }
}
