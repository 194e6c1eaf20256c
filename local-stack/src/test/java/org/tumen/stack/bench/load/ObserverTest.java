package org.tumen.stack.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ObserverTest {

    @Test
    void findsTheNumberInTheFirstAddress() {
        assertThat(Observer.articleIn(bytes("{\"url\":\"http://127.0.0.12:8186/load/40712\",\"text\":\"/load/3\"}")))
                .hasValue(40712);
    }

    @Test
    void findsNoneWhereThereIsNone() {
        assertThat(Observer.articleIn(bytes("{\"url\":\"http://127.0.0.12:8186/load/\"}")))
                .isEmpty();
        assertThat(Observer.articleIn(bytes("{}"))).isEmpty();
        assertThat(Observer.articleIn(bytes("/load"))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
