package org.tumen.crawler.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.crawler.dateline.WrittenDate;

class DateInAddressTest {

    @ParameterizedTest
    @CsvSource({
        "/2024/05/03/talks.html, 2024-05-03",
        "/2024-05-03-talks, 2024-05-03",
        "/news/20240503/17.shtml, 2024-05-03",
        "/a/202405/03/WS65.html, 2024-05-03",
        "/n1/2024/0503/c1002-17.html, 2024-05-03",
        "/2024-05/03/content_17.htm, 2024-05-03",
        "/talks-2024-05-03.html, 2024-05-03",
        "/2013/8/3/talks, 2013-08-03",
        "/world/2019/jan/03/talks, 2019-01-03",
        "/view/AKR20240503083400504, 2024-05-03",
        "/xwfb/t20240503_17.html, 2024-05-03",
        "/read?aid=20240503000123, 2024-05-03",
        "/hl?a=20240503-00000031-kita, 2024-05-03",
        "/talks-3-5-2024, 2024-05-03"
    })
    void standsInManyForms(String path, LocalDate day) {
        assertThat(DateInAddress.of(URI.create("https://news.example" + path)).map(WrittenDate::day))
                .contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/article/2024123456",
                "/article/20241345",
                "/story-17",
                "/2024/99/99/talks",
                "/20240503123",
                "/q?id=12024050312345"
            })
    void isNotReadIntoNumbers(String path) {
        assertThat(DateInAddress.of(URI.create("https://news.example" + path))).isEmpty();
    }
}
