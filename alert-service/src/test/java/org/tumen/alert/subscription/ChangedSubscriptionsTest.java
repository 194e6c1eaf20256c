package org.tumen.alert.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.alert.query.TextQueries;
import org.tumen.alert.subscription.Subscriptions.Changed;
import org.tumen.model.alert.SubscriptionId;

/** Files and stored subscriptions that change while the service runs. */
class ChangedSubscriptionsTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8G";
    private static final String OLD_SECRET = "whsec_b2xkIHNlY3JldCBvZiBzb21lIGJ5dGVzLCBhbmQgbW9yZQ==";

    @TempDir
    private Path folder;

    @AutoClose
    private final TextQueries queries = new TextQueries();

    @Test
    void takesOverAChangedFileAndKeepsWhatAFaultyOneHad() throws IOException {
        write("subscriptions: [{id: desk, name: Desk}]");
        Files.writeString(folder.resolve("other.yaml"), "subscriptions: [{id: other, name: Other}]");
        var subscriptions = subscriptions();

        write("subscriptions: [{id: desk, name: Desk, filter: {minScore: 7}}]");
        Files.writeString(folder.resolve("other.yaml"), "subscriptions: [{id: third, name: Third}]");
        assertThat(subscriptions.reload())
                .singleElement()
                .asString()
                .contains("desk.yaml:1: subscriptions[0].filter.minScore: 7.0 (expected: a number from 0 to 1)");
        assertThat(subscriptions.all()).map(each -> each.id().value()).containsExactly("desk", "third");
        assertThat(subscriptions.faults()).hasSize(1);

        write("subscriptions: [{id: desk, name: Desk, filter: {minScore: 0.7}}]");
        assertThat(subscriptions.reload()).isEmpty();
        assertThat(subscriptions.faults()).isEmpty();
        assertThat(subscriptions
                        .find(new SubscriptionId("desk"))
                        .orElseThrow()
                        .filter()
                        .minScore())
                .isEqualTo(0.7);
    }

    /** Reading is what costs, so it is for the file that has changed: what was not read again is the very same. */
    @Test
    void readsAgainOnlyTheFileThatHasChanged() throws IOException {
        for (var i = 0; i < 20; i++) {
            several("many-" + i, "");
        }
        var told = new ArrayList<Object>();
        var subscriptions = new Subscriptions(new SubscriptionProperties(folder), queries, told::add);
        var before = subscriptions.all();

        several("many-7", ", filter: {text: beacon}");
        assertThat(subscriptions.reload()).isEmpty();

        assertThat(told).containsExactly(new Changed(Set.of(new SubscriptionId("many-7-b"))));
        assertThat(queries.find("A beacon", "", "en")).containsOnlyKeys(new SubscriptionId("many-7-b"));
        assertThat(before)
                .filteredOn(one -> !one.id().value().startsWith("many-7-"))
                .hasSize(57)
                .allSatisfy(one ->
                        assertThat(subscriptions.find(one.id()).orElseThrow()).isSameAs(one));
    }

    @Test
    void readsAFileAgainWhenASecretThatItNamesHasChanged() throws IOException {
        Files.writeString(folder.resolve("desk.secret"), SECRET);
        write("subscriptions: [{id: desk, name: Desk, webhook: {url: 'http://x', secretFile: desk.secret}}]");
        var subscriptions = subscriptions();
        Files.writeString(folder.resolve("desk.secret"), OLD_SECRET);
        subscriptions.reload();
        var webhook = subscriptions
                .find(new SubscriptionId("desk"))
                .map(Subscription::webhook)
                .orElseThrow();
        assertThat(webhook.secrets()).containsExactly(OLD_SECRET);
    }

    @Test
    void signsWithBothSecretsWhileOneFileFollowsAnother() throws IOException {
        Files.writeString(folder.resolve("new.secret"), SECRET);
        Files.writeString(folder.resolve("old.secret"), OLD_SECRET);
        write(
                "subscriptions: [{id: desk, name: Desk, webhook: {url: 'http://x', secretFiles: [new.secret, old.secret]}}]");
        var subscriptions = subscriptions();
        assertThat(secrets(subscriptions)).containsExactly(SECRET, OLD_SECRET);
        Files.writeString(folder.resolve("old.secret"), SECRET + "\n");
        subscriptions.reload();
        assertThat(secrets(subscriptions)).containsExactly(SECRET, SECRET);
    }

    @Test
    void readsASecretAgainThatLiesInAnotherFolder(@TempDir Path elsewhere) throws IOException {
        var secret = Files.writeString(elsewhere.resolve("desk.secret"), SECRET);
        write("subscriptions: [{id: desk, name: Desk, webhook: {url: 'http://x', secretFile: '" + secret + "'}}]");
        var subscriptions = subscriptions();
        Files.writeString(secret, OLD_SECRET + "\n");
        subscriptions.reload();
        assertThat(secrets(subscriptions)).containsExactly(OLD_SECRET);
    }

    private static List<String> secrets(Subscriptions subscriptions) {
        return subscriptions
                .find(new SubscriptionId("desk"))
                .map(Subscription::webhook)
                .orElseThrow()
                .secrets();
    }

    @Test
    void findsAFileAtFaultThatHasNotChangedWhenAnotherTakesItsIdAndWellAgainAfterwards() throws IOException {
        write("subscriptions: [{id: desk, name: Desk}]");
        Files.writeString(folder.resolve("other.yaml"), "subscriptions: [{id: other, name: Other}]");
        var subscriptions = subscriptions();
        write("subscriptions: [{id: desk, name: Desk}, {id: other, name: Taken}]");
        assertThat(subscriptions.reload())
                .singleElement()
                .asString()
                .contains("other.yaml:1: subscriptions[0].id: other is there twice");
        write("subscriptions: [{id: desk, name: Desk}]");
        assertThat(subscriptions.reload()).isEmpty();
        assertThat(subscriptions.faults()).isEmpty();
        assertThat(subscriptions.find(new SubscriptionId("other")).orElseThrow().name())
                .isEqualTo("Other");
    }

    /** One that is made, changed and deleted beside many costs what one costs. */
    @Test
    void takesOverOneThatWasMadeByRestAndTouchesNoOther() throws IOException {
        write("subscriptions: [{id: of-file, name: Of a file}]");
        var told = new ArrayList<Object>();
        var subscriptions = new Subscriptions(new SubscriptionProperties(folder), queries, told::add);
        subscriptions.changeStored(IntStream.range(0, 500)
                .mapToObj(i -> stored("stored-" + i, "lamp" + i))
                .collect(Collectors.toMap(one -> one.subscription().id(), Optional::of)));
        told.clear();
        var one = new SubscriptionId("stored-7");

        subscriptions.changeStored(Map.of(one, Optional.of(stored("stored-7", "beacon"))));
        assertThat(told).containsExactly(new Changed(Set.of(one)));
        assertThat(queries.find("A beacon and lamp7", "", "en")).containsOnlyKeys(one);
        assertThat(subscriptions.toAsk(Set.of(one), Set.of()))
                .map(each -> each.id().value())
                .containsExactly("of-file", "stored-7");

        told.clear();
        subscriptions.changeStored(Map.of(one, Optional.empty()));
        assertThat(told).containsExactly(new Changed(Set.of(one)));
        assertThat(queries.find("A beacon", "", "en")).isEmpty();
        assertThat(subscriptions.all()).hasSize(500);

        told.clear();
        var ofFile = new SubscriptionId("of-file");
        subscriptions.changeStored(Map.of(ofFile, Optional.of(stored("of-file", "beacon"))));
        assertThat(told).as("the file counts").isEmpty();
        Files.delete(folder.resolve("desk.yaml"));
        subscriptions.reload();
        assertThat(queries.find("A beacon", "", "en")).containsOnlyKeys(ofFile);
    }

    @Test
    void keepsAllWhenTheFolderIsAway() throws IOException {
        write("subscriptions: [{id: desk, name: Desk}]");
        var subscriptions = subscriptions();
        var away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        assertThat(subscriptions.reload()).singleElement().asString().contains("cannot be read");
        assertThat(subscriptions.all()).hasSize(1);
        Files.move(away, folder);
        subscriptions.reload();
        assertThat(subscriptions.faults()).isEmpty();
    }

    private static Kept stored(String id, String text) {
        return StoredSubscriptions.check(
                "{\"id\": \"%s\", \"name\": \"Stored\", \"filter\": {\"text\": \"%s\"}}".formatted(id, text));
    }

    private void several(String name, String ofTheSecond) throws IOException {
        Files.writeString(
                folder.resolve(name + ".yaml"),
                "subscriptions: [{id: N-a, name: A}, {id: N-b, name: B%s}, {id: N-c, name: C}]"
                        .formatted(ofTheSecond)
                        .replace("N-", name + "-"));
    }

    private Subscriptions subscriptions() {
        return subscriptions(folder);
    }

    private Subscriptions subscriptions(Path from) {
        return new Subscriptions(new SubscriptionProperties(from), queries, _ -> {});
    }

    private void write(String yaml) throws IOException {
        Files.writeString(folder.resolve("desk.yaml"), yaml);
    }
}
