package org.tumen.stack.recovery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an archive holds: enough to refuse one that does not fit before anything is touched, and to tell afterwards that
 * everything has come back.
 *
 * @param format of the archive
 * @param taken the moment of which it is a picture, UTC
 * @param schemas one for each service that keeps anything
 */
record Manifest(int format, Instant taken, List<Schema> schemas) {

    /** The only one so far. */
    static final int FORMAT = 1;

    Manifest {
        schemas = List.copyOf(schemas);
    }

    long rows() {
        return schemas.stream()
                .flatMap(schema -> schema.tables().stream())
                .mapToLong(Table::rows)
                .sum();
    }

    /**
     * What one service keeps.
     *
     * @param migrations that made the tables, in their order
     * @param tables each after those that it refers to
     */
    record Schema(String name, List<Migration> migrations, List<Table> tables, List<Sequence> sequences) {

        Schema {
            migrations = List.copyOf(migrations);
            tables = List.copyOf(tables);
            sequences = List.copyOf(sequences);
        }

        /** The file in the archive that has a table's rows, as COPY writes them. */
        String entryOf(Table table) {
            return name + "/" + table.name() + ".copy";
        }
    }

    /**
     * One of Flyway's.
     *
     * @param checksum by which two of the same number are told apart
     */
    record Migration(String version, int checksum) {}

    /**
     * The rows of a table.
     *
     * @param columns all but those that the database works out itself
     * @param sha256 of the rows in their order, in lower-case hex
     */
    record Table(String name, List<String> columns, long rows, String sha256) {

        Table {
            columns = List.copyOf(columns);
        }
    }

    /**
     * What numbers rows.
     *
     * @param last the number that was given last; null when none was
     */
    record Sequence(String name, @Nullable Long last) {}
}
