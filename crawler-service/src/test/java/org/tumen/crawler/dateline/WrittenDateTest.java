package org.tumen.crawler.dateline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.crawler.dateline.WrittenDate.Order;

class WrittenDateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Thu, 01 Jan 2004 19:48:21 GMT          | 2004-01-01T19:48:21Z
                    01 Jan 04 19:48 EST                    | 2004-01-02T00:48:00Z
                    Thu Jan  1 19:48:21 2004               | 2004-01-01T19:48:21Z
                    2003-12-31T10:14:55.5Z                 | 2003-12-31T10:14:55.500Z
                    2003-12-31T10:14:55-08                 | 2003-12-31T18:14:55Z
                    20031231T101455Z                       | 2003-12-31T10:14:55Z
                    2003-335                               | 2003-12-01T00:00:00Z
                    031231                                 | 2003-12-31T00:00:00Z
                    1072865695                             | 2003-12-31T10:14:55Z
                    2004년 05월 28일 오후 01:31:15         | 2004-05-28T04:31:15Z
                    2025. 5. 7. 오전 9:05                  | 2025-05-07T00:05:00Z
                    주체114(2025)년 5월 7일                | 2025-05-07T00:00:00Z
                    2025年5月7日 09:05                     | 2025-05-07T09:05:00Z
                    7 мая 2025, 19:20 МСК                  | 2025-05-07T16:20:00Z
                    7. Mai 2025                            | 2025-05-07T00:00:00Z
                    7 de mayo de 2025                      | 2025-05-07T00:00:00Z
                    Updated May 7, 2025 7:20 p.m. EDT      | 2025-05-07T23:20:00Z
                    07.05.2025 12:00                       | 2025-05-07T12:00:00Z
                    Κυρ, 11 Ιούλ 2004 12:00:00 EST         | 2004-07-11T17:00:00Z
                    [2026.11.20.]                          | 2026-11-20T00:00:00Z
                    2026.11.20 18.30                       | 2026-11-20T18:30:00Z
                    Δευ, 03 Μαϊ 2005 12:00:00 GMT          | 2005-05-03T12:00:00Z
                    Δευ, 03 Ιον 2005 12:00:00 GMT          | 2005-06-03T12:00:00Z
                    2004-februári-13T9:15-05:00            | 2004-02-13T14:15:00Z
                    2004-máujus-13T9:15-05:00              | 2004-05-13T14:15:00Z
                    2004년 05월 28일  01:31:15             | 2004-05-27T16:31:15Z
                    2004년 5월 28일 13:31 +0800            | 2004-05-28T05:31:00Z
                    Sun Jan 04 16:29:00 +0900 2004         | 2004-01-04T07:29:00Z
                    Thu, 31 Dec 2003 24:00:00 GMT          | 2004-01-01T00:00:00Z
                    2003-12-31T10Z                         | 2003-12-31T10:00:00Z
                    2003-12-31T10:14:55−08:00              | 2003-12-31T18:14:55Z
                    2003-W01-1                             | 2002-12-30T00:00:00Z
                    2025-W19                               | 2025-05-05T00:00:00Z
                    월, 05 5월 2025 19:20:30 +0900         | 2025-05-05T10:20:30Z
                    星期一, 05 五月 2025 19:20:30 +0800    | 2025-05-05T11:20:30Z
                    星期一, 01 十二月 2025 19:20:30 +0800  | 2025-12-01T11:20:30Z
                    水, 01 10月 2025 19:20:30 +0900        | 2025-10-01T10:20:30Z
                    03335                                  | 2003-12-01T00:00:00Z
                    -0312                                  | 2003-12-01T00:00:00Z
                    5 fevrier 2025                         | 2025-02-05T00:00:00Z
                    19 Aug 2009 18:28 MEST                 | 2009-08-19T16:28:00Z
                    """)
    void readsDatesAsFeedsAndPagesWriteThem(String text, String instant) {
        assertThat(WrittenDate.in(text))
                .map(WrittenDate::instant)
                .map(Object::toString)
                .contains(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "31.02.2025", "call 555-0199-2233", "version 12.4.1", "in 1850"})
    void findsNoDateInOtherNumbers(String text) {
        assertThat(WrittenDate.in(text)).isEmpty();
    }

    @Test
    void readsTheSlashInTheOrderOfTheCountry() {
        assertThat(WrittenDate.in("3/4/2025", Order.DAY_FIRST))
                .map(date -> date.day().toString())
                .contains("2025-04-03");
        assertThat(WrittenDate.in("3/4/2025", Order.MONTH_FIRST))
                .map(date -> date.day().toString())
                .contains("2025-03-04");
        assertThat(WrittenDate.in("25/4/2025", Order.MONTH_FIRST))
                .map(date -> date.day().toString())
                .contains("2025-04-25");
    }
}
