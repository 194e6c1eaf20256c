package org.tumen.stack.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NativeMemoryTest {

    /** As JDK 25 writes it, shortened. */
    @Test
    void readsWhatEachCategoryHasCommitted() {
        assertThat(NativeMemory.in("""
                4711:

                Native Memory Tracking:

                Total: reserved=1471352KB, committed=111560KB
                       malloc: 14056KB #45034, peak=13265KB #45036

                -                 Java Heap (reserved=65536KB, committed=65535KB)
                                            (mmap: reserved=65536KB, committed=65536KB, at peak)

                -                    Thread (reserved=13357KB, committed=889KB)
                                            (threads #13)

                -    Native Memory Tracking (reserved=705KB, committed=706KB)
                """))
                .isEqualTo(Map.of("Java Heap", 65535L, "Thread", 889L, "Native Memory Tracking", 706L));
    }

    @Test
    void hasNoneWhenItIsNotTracked() {
        assertThat(NativeMemory.in("4711:\nNative memory tracking is not enabled\n"))
                .isEmpty();
    }
}
