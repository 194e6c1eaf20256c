package org.tumen.alert.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.alert.history.Tally.Entry;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Finding;

/** What was found in each article, one row for each finding. All of it is part of the caller's transaction. */
@Repository
class PastFindings {

    private static final String ENTRY = "signal, giver, receiver, held, kind, day, copy";

    private final JdbcClient jdbc;

    PastFindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds those of an article that has none; tells what it is counted among with them. */
    Set<Entry> add(ArticleAssessed assessed, LocalDate day) {
        var article = assessed.article();
        var findings = assessed.findings();
        if (findings.isEmpty()) {
            return Set.of();
        }
        return counted(jdbc.sql("""
                insert into past_finding
                    (article_id, signal, giver, receiver, tier, polarity, status, score, day, kind, voice, copy)
                select :article, signal, giver, receiver, tier, polarity, status, score, :day, :kind, :voice, :copy
                from unnest(:signals::text[], :givers::text[], :receivers::text[], :tiers::text[], :polarities::text[],
                    :statuses::text[], :scores::float8[]) as finding
                        (signal, giver, receiver, tier, polarity, status, score)
                on conflict do nothing returning\s""" + ENTRY)
                .param("article", article.id().value())
                .param("signals", column(findings, finding -> finding.signal().value()))
                .param(
                        "givers",
                        column(findings, finding -> finding.dyad().giver().value()))
                .param(
                        "receivers",
                        column(findings, finding -> finding.dyad().receiver().value()))
                .param("tiers", column(findings, finding -> inWords(finding.tier())))
                .param("polarities", column(findings, finding -> inWords(finding.polarity())))
                .param("statuses", column(findings, finding -> inWords(finding.status())))
                .param("scores", findings.stream().map(Finding::score).toArray(Double[]::new))
                .param("day", day)
                .param("kind", article.source().kind().name())
                .param("voice", History.voice(article))
                .param("copy", article.repeatsAnother()));
    }

    /** Removes those of the article; tells what it was counted among. */
    Set<Entry> remove(ArticleId article) {
        return counted(jdbc.sql("delete from past_finding where article_id = :article returning " + ENTRY)
                .param("article", article.value()));
    }

    /** What only repeats another article is not counted. */
    private static Set<Entry> counted(JdbcClient.StatementSpec returning) {
        var entries = new HashSet<Entry>();
        returning.query(row -> {
            if (!row.getBoolean("copy")) {
                entries.add(entry(row));
            }
        });
        return entries;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("signal"),
                row.getString("giver"),
                row.getString("receiver"),
                row.getString("held"),
                row.getString("kind"),
                row.getObject("day", LocalDate.class));
    }

    private static String[] column(List<Finding> findings, Function<Finding, String> value) {
        return findings.stream().map(value).toArray(String[]::new);
    }

    private static String inWords(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
