package org.tumen.alert.history;

import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.model.feed.Source;

/** How often what was told on which day, in step with the findings. All of it is part of the caller's transaction. */
@Repository
class Tally {

    private final JdbcClient jdbc;

    Tally(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is counted.
     *
     * @param held statuses that are counted together, as one word
     */
    record Entry(String signal, String giver, String receiver, String held, String kind, LocalDate day) {}

    /**
     * Counts these anew, one transaction at a time for each, and the outlet among those of the day. One that published on a
     * day stays one that did, also when the day of its article is corrected.
     */
    void count(Collection<Entry> entries, Source source, LocalDate day) {
        if (!entries.isEmpty()) {
            jdbc.sql("""
                    select pg_advisory_xact_lock(number) from (
                        select distinct hashtextextended(name, 22) as number from unnest(:names::text[]) as name
                        order by 1) as numbers""").param("names", column(entries, Entry::toString)).query(_ -> {});
        }
        jdbc.sql("""
                with counted as (
                    insert into told_on_day (signal, giver, receiver, held, kind, day, voices)
                    select signal, giver, receiver, held, kind, day, (
                        select count(distinct f.voice) from past_finding f
                        where f.signal = entry.signal and f.giver = entry.giver and f.receiver = entry.receiver
                            and f.day = entry.day and f.held = entry.held and f.kind = entry.kind and not f.copy)
                    from unnest(:signals::text[], :givers::text[], :receivers::text[], :helds::text[], :kinds::text[],
                        :days::date[]) as entry (signal, giver, receiver, held, kind, day)
                    on conflict (signal, giver, receiver, held, kind, day) do update set voices = excluded.voices),
                first as (
                    insert into outlet_day (kind, day, family) values (:kind, :day, :family)
                    on conflict do nothing returning kind, day)
                insert into outlets_on_day (kind, day, outlets) select kind, day, 1 from first
                on conflict (kind, day) do update set outlets = outlets_on_day.outlets + 1""")
                .param("signals", column(entries, Entry::signal))
                .param("givers", column(entries, Entry::giver))
                .param("receivers", column(entries, Entry::receiver))
                .param("helds", column(entries, Entry::held))
                .param("kinds", column(entries, Entry::kind))
                .param("days", column(entries, entry -> entry.day().toString()))
                .param("kind", source.kind().name())
                .param("day", day)
                .param("family", source.family())
                .update();
    }

    private static String[] column(Collection<Entry> entries, Function<Entry, String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }
}
