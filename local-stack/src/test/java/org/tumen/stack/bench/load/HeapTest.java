package org.tumen.stack.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Reports and mappings as JDK 25 and Linux 6 write them, shortened. */
class HeapTest {

    private static final String REPORT = """
            4711:
            DefNew     total 59008K, used 1210K [0x00000000f4000000, 0x00000000f8000000, 0x00000000f9000000)
              eden space 52480K,   2% used [0x00000000f4000000, 0x00000000f412e8c8, 0x00000000f7340000)
            Tenured    total 100352K, used 48211K [0x00000000f9000000, 0x00000000ff200000, 0x0000000100000000)
              the  space 100352K,  48% used [0x00000000f9000000, 0x00000000fbf14fa8, 0x00000000ff200000)
             Metaspace       used 90312K, committed 91136K, reserved 1179648K
            """;

    @Test
    void addsUpTheGenerationsOfTheSerialCollector() {
        assertThat(Heap.in(REPORT)).hasValue(new Heap(1210 + 48211, 65536 + 100352, 0xf4000000L, 0x100000000L));
    }

    @Test
    void tellsNothingOfAnotherCollector() {
        assertThat(Heap.in("garbage-first heap   total 262144K, used 1024K [0x00000000f0000000, 0x0000000100000000)"))
                .isEmpty();
    }

    @Test
    void countsWhatItsOwnMappingsHaveInMemoryAndNoneOfTheirNeighbours() {
        var mappings = """
                e0000000-f4000000 rw-p 00000000 00:00 0
                Rss:                 900 kB
                Anonymous:           900 kB
                f4000000-f8000000 rw-p 00000000 00:00 0
                Rss:               30000 kB
                Anonymous:         30000 kB
                AnonHugePages:     20480 kB
                f8000000-f9000000 ---p 00000000 00:00 0
                Anonymous:             0 kB
                f9000000-ff200000 rw-p 00000000 00:00 0
                Anonymous:         50000 kB
                100000000-100160000 rw-p 00000000 00:00 0
                Anonymous:           700 kB
                7f0000000000-7f0000200000 r-xp 00000000 08:01 1234   /usr/lib/libjvm.so
                Anonymous:            10 kB
                """.lines().toList();
        assertThat(Heap.in(REPORT).orElseThrow().touchedIn(mappings)).isEqualTo(80_000);
    }
}
