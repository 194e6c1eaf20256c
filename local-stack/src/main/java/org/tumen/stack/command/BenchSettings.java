package org.tumen.stack.command;

import java.nio.file.Path;
import org.tumen.stack.settings.ConfigDirectory;
import org.tumen.stack.settings.DataDirectory;
import org.tumen.stack.settings.Home;
import org.tumen.stack.settings.Ports;
import org.tumen.stack.settings.StackSettings;

/** A stack that is made for one trial. */
final class BenchSettings {

    private BenchSettings() {}

    static StackSettings of(Path folder, int port, boolean shortLived) {
        var home = Home.ofThisJar();
        var data = DataDirectory.ofDemo(folder);
        return new StackSettings(
                home, ConfigDirectory.generated(data.config(), home.seeds()), data, new Ports(port), shortLived);
    }
}
