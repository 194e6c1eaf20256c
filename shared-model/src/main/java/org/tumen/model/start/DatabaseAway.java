package org.tumen.model.start;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a failure says nothing but that the database cannot be used at this moment. */
public final class DatabaseAway {

    /**
     * Classes and conditions of SQLSTATE (PostgreSQL's manual, appendix A): 08 no connection; 53 no disk, no memory, too
     * many connections; 57P01 to 57P03 it is being stopped, has crashed, or is on its way up.
     */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03");

    /** HikariCP's words, of a connection that broke in a transaction and cannot roll it back; they come without a SQLSTATE. */
    private static final String BROKE_BEFORE = "Connection is closed";

    private DatabaseAway() {}

    /** The reason in one line; null when the failure is of another kind. */
    public static @Nullable String in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isAway(sql)) {
                return String.valueOf(sql.getMessage()).lines().findFirst().orElse("no connection");
            }
        }
        return null;
    }

    private static boolean isAway(SQLException failure) {
        if (failure instanceof SQLTransientConnectionException) {
            return true;
        }
        var state = failure.getSQLState();
        if (state == null) {
            return BROKE_BEFORE.equals(failure.getMessage());
        }
        return state.startsWith("08") || state.startsWith("53") || AWAY.contains(state);
    }
}
