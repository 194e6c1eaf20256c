package org.tumen.stack.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tumen.stack.recovery.TrialDatabases.ask;
import static org.tumen.stack.recovery.TrialDatabases.kept;
import static org.tumen.stack.recovery.TrialDatabases.newDatabase;
import static org.tumen.stack.recovery.TrialDatabases.run;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.stack.database.DatabaseAddress;
import org.tumen.stack.settings.Home;

/** The migration that came last, tried on tables that are not empty. */
class UpgradeIT {

    /** Of each table the columns that there were before, row by row. */
    @ParameterizedTest
    @ValueSource(strings = {"alert", "crawler"})
    void losesNothingWhenTheLastMigrationMeetsTablesThatAreFilled(String schema) throws Exception {
        var older = newDatabase();
        try (var migrations = Migrations.of(schema, Home.ofThisJar())) {
            run(older, "create schema " + schema);
            var known = migrations.known(older, schema);
            migrations.migrate(older, schema, known.get(known.size() - 2).version());
            run(older, kept(schema));
            var questions = columns(older, schema);
            var before = answers(older, questions);
            assertThat(before.values().stream().filter(hash -> !hash.isEmpty())).hasSizeGreaterThan(1);

            migrations.migrate(older, schema, "latest");

            assertThat(answers(older, questions)).isEqualTo(before);
        }
    }

    private static Map<String, String> columns(DatabaseAddress address, String schema) throws SQLException {
        var questions = new TreeMap<String, String>();
        try (var connection = address.connect()) {
            var catalogue = new Catalogue(connection, schema);
            catalogue
                    .tables()
                    .forEach((table, columns) -> questions.put(
                            table,
                            "select md5(string_agg(t::text, '|' order by t::text)) from (select "
                                    + String.join(
                                            ", ",
                                            columns.stream()
                                                    .map(Catalogue::quoted)
                                                    .toList())
                                    + " from " + catalogue.qualified(table) + ") t"));
        }
        return questions;
    }

    private static Map<String, String> answers(DatabaseAddress address, Map<String, String> questions)
            throws SQLException {
        var answers = new TreeMap<String, String>();
        try (var connection = address.connect()) {
            for (var question : questions.entrySet()) {
                answers.put(question.getKey(), ask(connection, question.getValue()));
            }
        }
        return answers;
    }
}
