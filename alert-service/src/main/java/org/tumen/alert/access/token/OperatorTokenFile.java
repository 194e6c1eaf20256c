package org.tumen.alert.access.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.tumen.alert.access.Caller.Role;
import org.tumen.alert.access.secret.Secret;

/**
 * Writes a token of an operator to a file that only its owner can read, so that commands on this machine need ask nobody:
 * who can read it could read the database's password as well. Each start writes another and revokes the one before.
 */
@Component
@EnableConfigurationProperties(TokenFileProperties.class)
class OperatorTokenFile implements SmartInitializingSingleton {

    private final Tokens tokens;
    private final TokenFileProperties properties;

    OperatorTokenFile(Tokens tokens, TokenFileProperties properties) {
        this.tokens = tokens;
        this.properties = properties;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var file = properties.operatorTokenFile();
        if (file != null) {
            write(file.toAbsolutePath().normalize());
        }
    }

    private void write(Path file) {
        var name = "commands on this machine, " + file;
        tokens.revokeOwn(name);
        var made = tokens.make(null, name, Role.OPERATOR, null);
        try {
            var written = file.resolveSibling(file.getFileName() + "." + Secret.random());
            Files.createFile(
                    written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(written, made.secret() + System.lineSeparator());
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("tumen.alert.access.operator-token-file: " + file + " cannot be written", e);
        }
    }
}
