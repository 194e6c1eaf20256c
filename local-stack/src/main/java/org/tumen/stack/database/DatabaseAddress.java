package org.tumen.stack.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.tumen.stack.console.StackException;

/**
 * Where a database is and how one gets in.
 *
 * @param url of JDBC: {@code jdbc:postgresql://127.0.0.1:8085/tumen}
 * @param password not shown by {@link #toString}
 */
public record DatabaseAddress(String url, String user, String password) {

    /**
     * A connection of its own; the caller closes it.
     *
     * @throws StackException when nobody answers there, or the password is another
     */
    public Connection connect() {
        try {
            return DriverManager.getConnection(url, user, password);
        } catch (SQLException e) {
            throw new StackException("the database at " + url + " cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
