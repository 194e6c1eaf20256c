package org.tumen.stack.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JdkTest {

    @Test
    void addsUpTheGenerationsOfTheSerialCollector() {
        assertThat(Jdk.heapIn("""
                        4711:
                        DefNew     total 59008K, used 1210K [0x00000000f4000000, 0x00000000f8000000, 0x00000000f8000000)
                          eden space 52480K,   2% used [0x00000000f4000000, 0x00000000f412e8c8, 0x00000000f7340000)
                        Tenured    total 131072K, used 48211K [0x00000000f8000000, 0x0000000100000000, 0x0000000100000000)
                         Metaspace       used 90312K, committed 91136K, reserved 1179648K
                        """)).hasValue(1210 + 48211);
    }

    @Test
    void tellsNothingOfAnotherCollector() {
        assertThat(Jdk.heapIn("garbage-first heap   total 262144K, used 1024K")).isEmpty();
    }
}
