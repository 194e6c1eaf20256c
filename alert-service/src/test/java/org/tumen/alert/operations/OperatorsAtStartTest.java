package org.tumen.alert.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.tumen.alert.query.TextQueries;
import org.tumen.alert.subscription.OfFiles;

@ExtendWith(OutputCaptureExtension.class)
class OperatorsAtStartTest {

    private static final String SAID = "No subscription tells an operator";

    @AutoClose
    private final TextQueries queries = new TextQueries();

    @TempDir
    private Path folder;

    @Test
    void saysWithTheSubscriptionsThatShipThatNobodyIsToldOfAnything(CapturedOutput output) {
        new OperatorsAtStart(OfFiles.in(Path.of("../seeds/subscriptions"), queries)).afterSingletonsInstantiated();
        assertThat(output).contains(SAID, "feed, lag, dead-letter, endpoint");
    }

    @Test
    void namesWhatIsLeftOutAndCountsNoSubscriptionWithoutATarget(CapturedOutput output) throws IOException {
        start("{id: a, name: A, filter: {operations: [feed, lag]}, email: [a@example.org]}, "
                + "{id: b, name: B, filter: {operations: [endpoint]}}");
        assertThat(output).contains(SAID, "dead-letter, endpoint").doesNotContain("feed, lag");
    }

    @Test
    void saysNothingWhenOperatorsAreToldOfAll(CapturedOutput output) throws IOException {
        start("{id: a, name: A, filter: {operations: [feed, lag, dead-letter, endpoint]}, email: [a@example.org]}");
        assertThat(output).doesNotContain(SAID);
    }

    private void start(String subscriptions) throws IOException {
        Files.writeString(folder.resolve("operators.yaml"), "subscriptions: [" + subscriptions + "]");
        new OperatorsAtStart(OfFiles.in(folder, queries)).afterSingletonsInstantiated();
    }
}
