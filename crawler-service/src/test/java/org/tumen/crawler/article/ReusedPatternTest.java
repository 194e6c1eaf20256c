package org.tumen.crawler.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReusedPatternTest {

    private final ReusedPattern advertisement = new ReusedPattern(Pattern.compile("ad(?:vert)?\\d*"));

    @Test
    void asksEachTextByItself() {
        assertThat(advertisement.isAll("advert")).isTrue();
        assertThat(advertisement.isAll("advert of a shop")).isFalse();
        assertThat(advertisement.begins("advert of a shop")).isTrue();
        assertThat(advertisement.begins("an advert")).isFalse();
        assertThat(advertisement.isIn("an advert")).isTrue();
        assertThat(advertisement.isIn("nothing of it")).isFalse();
        assertThat(advertisement.isAll("ad")).isTrue();
    }

    @Test
    void answersManyThreadsAtOnceEachByItsOwnText() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var questions = IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(number -> () -> IntStream.range(0, 5_000)
                            .allMatch(_ -> advertisement.isAll(number % 2 == 0 ? "advert" + number : "report " + number)
                                    == (number % 2 == 0)))
                    .toList();
            for (var answer : threads.invokeAll(questions)) {
                assertThat(answer.get()).isTrue();
            }
        }
    }
}
