package org.tumen.bench.feeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tumen.bench.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench feeds}: what is read of feed documents, beside ROME alone. */
@Command(
        name = "feeds",
        description = "Fields read out of feed documents with checks, and what hostile ones do.",
        mixinStandardHelpOptions = true)
public final class FeedsCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            required = true,
            description = "folder with checks-*.json, the files that they name, and perhaps a folder hostile")
    private Path folder = Path.of("");

    @Option(names = "--errors", description = "names the checks that do not hold")
    private boolean errors;

    @Override
    public Integer call() throws IOException {
        System.out.println(Conformance.of(folder, miss -> {
            if (errors) {
                System.out.println(miss);
            }
        }));
        var hostile = folder.resolve("hostile");
        if (Files.isDirectory(hostile)) {
            Table table = Hostile.of(hostile);
            System.out.println(table);
        }
        return 0;
    }
}
