package org.tumen.alert.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.alert.feedback.Feedback.Given;
import org.tumen.alert.feedback.Feedback.Way;
import org.tumen.alert.feedback.Precision.Opinion;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.AlertRaised;

/** Verdicts in the database. All are kept; the last of a person on a finding counts. */
@Repository
class VerdictStore {

    private final JdbcClient jdbc;

    VerdictStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was found is kept beside the verdict, which outlives the alert. */
    void add(Given given, AlertRaised alert, Way way) {
        var finding = alert.findings().get(given.finding());
        jdbc.sql("""
                insert into verdict (alert_id, finding, person, verdict, comment, given_at, way, catalogue_version,
                    signal, giver, receiver, status, score)
                values (:alert, :finding, :person, :verdict, :comment, :at, :way, :catalogue,
                    :signal, :giver, :receiver, :status, :score)""")
                .param("alert", given.alert().value())
                .param("finding", given.finding())
                .param("person", given.person())
                .param("verdict", given.verdict().word())
                .param("comment", given.comment())
                .param("at", OffsetDateTime.ofInstant(given.at(), ZoneOffset.UTC))
                .param("way", way.name().toLowerCase(Locale.ROOT))
                .param("catalogue", alert.catalogueVersion())
                .param("signal", finding.signal().value())
                .param("giver", finding.dyad().giver().value())
                .param("receiver", finding.dyad().receiver().value())
                .param("status", finding.status().name().toLowerCase(Locale.ROOT))
                .param("score", finding.score())
                .update();
    }

    /** Those that count, oldest first. */
    List<Given> on(Collection<AlertId> alerts) {
        return jdbc.sql("""
                select * from (
                    select distinct on (alert_id, finding, person) * from verdict
                    where alert_id = any(:alerts) order by alert_id, finding, person, position desc) as last
                order by position""")
                .param("alerts", alerts.stream().map(AlertId::value).toArray(String[]::new))
                .query(VerdictStore::given)
                .list();
    }

    /** Those that count, of all that were given since. */
    List<Opinion> since(Instant since) {
        return jdbc.sql("""
                select distinct on (alert_id, finding, person) alert_id, finding, signal, verdict from verdict
                where given_at >= :since order by alert_id, finding, person, position desc""")
                .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .query((row, _) -> new Opinion(
                        row.getString("alert_id") + "/" + row.getInt("finding"), row.getString("signal"), verdict(row)))
                .list();
    }

    /** The alerts on which anything was said since, oldest first; those that are kept no longer are left out. */
    List<AlertId> alertsSince(Instant since) {
        return jdbc.sql("""
                select a.id from alert a
                where exists (select 1 from verdict v where v.alert_id = a.id and v.given_at >= :since)
                order by a.position""")
                .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .query((row, _) -> new AlertId(row.getString("id")))
                .list();
    }

    private static Given given(ResultSet row, int number) throws SQLException {
        return new Given(
                new AlertId(row.getString("alert_id")),
                row.getInt("finding"),
                verdict(row),
                row.getString("person"),
                row.getString("comment"),
                row.getObject("given_at", OffsetDateTime.class).toInstant());
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        return Verdict.of(row.getString("verdict")).orElseThrow();
    }
}
