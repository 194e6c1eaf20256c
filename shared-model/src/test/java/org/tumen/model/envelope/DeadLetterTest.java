package org.tumen.model.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    @Test
    void keepsTheRecordAndSaysWhereItStoodAndWhyItFailed() {
        var record = Golden.record("article-fetched");
        var letter = DeadLetter.of(record, "classifier-service", new IllegalStateException("no catalogue"));

        assertThat(letter.topic()).isEqualTo("tumen.articles-dlt");
        assertThat(letter.key()).isEqualTo(record.key());
        assertThat(letter.value()).isEqualTo(record.value());
        assertThat(header(letter, "ce_type")).isEqualTo("org.tumen.ArticleFetched.v1");
        assertThat(header(letter, DeadLetter.REASON)).isEqualTo("no catalogue");
        assertThat(header(letter, DeadLetter.EXCEPTION)).isEqualTo("java.lang.IllegalStateException");
        assertThat(header(letter, DeadLetter.SERVICE)).isEqualTo("classifier-service");
        assertThat(header(letter, DeadLetter.ORIGIN)).isEqualTo("tumen.articles/0/0");
        assertThat(header(letter, DeadLetter.STACK)).contains("keepsTheRecordAndSaysWhereItStoodAndWhyItFailed");
    }

    @Test
    void namesTheKindOfFailureThatHasNoMessage() {
        var letter = DeadLetter.of(Golden.record("article-fetched"), "x", new NullPointerException());
        assertThat(header(letter, DeadLetter.REASON)).isEqualTo("NullPointerException");
    }

    private static String header(ProducerRecord<String, byte[]> letter, String name) {
        return new String(
                Objects.requireNonNull(letter.headers().lastHeader(name)).value(), UTF_8);
    }
}
