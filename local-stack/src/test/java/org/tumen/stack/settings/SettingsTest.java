package org.tumen.stack.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.stack.console.StackException;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void takesFromTheSeedsWhatTheConfigurationLacks() throws IOException {
        var own = Files.createDirectories(folder.resolve("own"));
        var seeds = Files.createDirectories(folder.resolve("seeds"));
        Files.createDirectories(own.resolve("feeds"));

        var config = ConfigDirectory.given(own, seeds);

        assertThat(config.feeds()).isEqualTo(own.resolve("feeds"));
        assertThat(config.signals()).isEqualTo(seeds.resolve("signals"));
        assertThat(config.actors()).isEqualTo(seeds.resolve("actors"));
        assertThat(config.subscriptions()).isEqualTo(seeds.resolve("subscriptions"));
        assertThat(config.stories()).isEqualTo(seeds.resolve("stories.yaml"));
        assertThat(config.calendar()).isEqualTo(seeds.resolve("calendar.yaml"));
        assertThat(config.baseline()).isEqualTo(seeds.resolve("baseline.yaml"));
        assertThat(config.index()).isEqualTo(seeds.resolve("index.yaml"));
        assertThat(config.expectations()).isEqualTo(seeds.resolve("expectations.yaml"));
        assertThat(config.settings()).isEqualTo(seeds.resolve("tumen.yaml"));
    }

    @Test
    void takesEverythingFromTheSeedsWithoutAConfiguration() {
        assertThat(ConfigDirectory.given(null, folder).feeds()).isEqualTo(folder.resolve("feeds"));
    }

    @Test
    void refusesAConfigurationThatIsNotThere() {
        assertThatThrownBy(() -> ConfigDirectory.given(folder.resolve("nowhere"), folder))
                .isInstanceOfSatisfying(
                        StackException.class,
                        refused -> assertThat(refused.exitCode()).isEqualTo(StackException.CONFIGURATION))
                .hasMessageContaining("nowhere: no such folder");
    }

    @Test
    void givesEveryPartAPortOfItsOwn() {
        var ports = new Ports(9000);

        assertThat(ports.ofTheStack()).doesNotHaveDuplicates().contains(9000);
        assertThat(ports.ofTheStack()).doesNotContain(ports.newsroom(), ports.mail(), ports.webhook());
        assertThat(ports.bootstrapServers()).isEqualTo("127.0.0.1:" + ports.broker());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 80, 65530, 70000})
    void refusesPortsThatCannotBe(int port) {
        assertThatThrownBy(() -> new Ports(port))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("expected");
    }

    @Test
    void namesThePortThatIsInUse() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral(Ports.HOST))) {
            assertThatThrownBy(() -> Ports.requireFree(java.util.List.of(taken.getLocalPort())))
                    .hasMessageContaining("port " + taken.getLocalPort() + " is in use")
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void refusesADataDirectoryThatIsAFile() throws IOException {
        var file = Files.writeString(folder.resolve("data"), "not a folder");

        assertThatThrownBy(() -> DataDirectory.at(file))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("--data " + file + " cannot be used");
    }

    @Test
    void forgetsWhatWasStoredAndKeepsTheCache() throws IOException {
        var data = DataDirectory.ofDemo(folder.resolve("data"));
        Files.createDirectories(data.broker().resolve("tumen.articles-0"));
        Files.writeString(data.log("crawler"), "a line");
        Files.writeString(data.cache().resolve("made once"), "");

        data.clear();

        assertThat(data.broker()).doesNotExist();
        assertThat(data.log("crawler")).doesNotExist();
        assertThat(data.logs()).isDirectory();
        assertThat(data.cache().resolve("made once")).exists();
    }

    @Test
    void letsADemoUseItsFolderAgain() throws IOException {
        var data = DataDirectory.ofDemo(folder);
        Files.writeString(data.log("crawler"), "a line");

        assertThat(DataDirectory.ofDemo(folder)).isEqualTo(data);
    }

    @Test
    void letsADemoClearNothingThatIsNotItsOwn() throws IOException {
        var stored = Files.writeString(
                Files.createDirectories(folder.resolve("database")).resolve("years"), "of work");

        assertThatThrownBy(() -> DataDirectory.ofDemo(folder))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("--data " + folder + " holds what no demo made");
        assertThatThrownBy(() -> DataDirectory.at(folder).clear()).isInstanceOf(StackException.class);
        assertThat(stored).exists();
    }

    @Test
    void saysHowToBuildAMissingJar() {
        assertThatThrownBy(() -> new Home(folder).jar("crawler-service"))
                .hasMessageContaining("crawler-service.jar is missing")
                .hasMessageContaining("mvn -q -DskipTests package");
    }
}
