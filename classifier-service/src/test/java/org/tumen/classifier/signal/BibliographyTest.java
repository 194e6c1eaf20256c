package org.tumen.classifier.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tumen.seeds.SeedFile;

class BibliographyTest {

    record Work(
            String id,
            String author,
            String title,
            String publication,
            String date,
            @Nullable String note) {}

    record Bibliography(List<Work> sources) {}

    @Test
    void hasEverySourceThatASignalNames() {
        var file = SeedFile.read(Path.of("../seeds/bibliography.yaml"), Bibliography.class);
        var works = file.content().sources().stream().map(Work::id).toList();
        var catalogue = Catalogue.load(Path.of("../seeds/signals"), Path.of("../seeds/actors"));
        assertThat(works).doesNotHaveDuplicates();
        assertThat(catalogue.signals())
                .allSatisfy(signal -> assertThat(signal.sources()).isNotEmpty().isSubsetOf(works));
    }
}
