package org.tumen.stack.recovery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.tumen.stack.console.StackException;
import org.tumen.stack.process.RunFiles;
import org.tumen.stack.settings.DataDirectory;

/** That a data folder is ours alone for as long as this is open. */
record Claim(RunFiles runFiles, FileChannel lock) implements AutoCloseable {

    /** @throws StackException when Tumen runs on it */
    static Claim of(DataDirectory data, RunFiles runFiles) {
        try {
            return new Claim(runFiles, runFiles.claim());
        } catch (StackException e) {
            throw new StackException(
                    "Tumen runs on " + data.root() + ": " + e.getMessage() + " (stop it first: Ctrl-C)", e);
        }
    }

    @Override
    public void close() {
        runFiles.remove(RunFiles.SUPERVISOR);
        try {
            lock.close();
        } catch (IOException e) {
            throw new StackException("cannot release the data folder: " + e.getMessage(), e);
        }
    }
}
