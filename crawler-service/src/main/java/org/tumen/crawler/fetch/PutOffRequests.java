package org.tumen.crawler.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The requests that are to be worked on later, as the records that they were, in the database. */
@Component
class PutOffRequests {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;

    PutOffRequests(JdbcClient database) {
        this.database = database;
    }

    /** One of them. */
    record PutOff(long id, ConsumerRecord<String, byte[]> record) {}

    /** Keeps a record; once, however often it is delivered. */
    void add(ConsumerRecord<String, byte[]> record, Instant due) {
        database.sql("""
                insert into put_off (topic, partition, record_offset, sent, host, headers, event, due)
                values (:topic, :partition, :offset, :sent, :host, :headers, :event, :due) on conflict do nothing
                """)
                .param("topic", record.topic())
                .param("partition", record.partition())
                .param("offset", record.offset())
                .param("sent", record.timestamp())
                .param("host", host(record))
                .param("headers", headers(record))
                .param("event", record.value())
                .param("due", Timestamp.from(due))
                .update();
    }

    /**
     * Those that may be worked on now, the oldest of each host first: not before they are due, and none whose host wants
     * to be left alone.
     *
     * @param partitions whose they are
     * @param inHand ids to leave out
     * @param most of one host
     */
    List<PutOff> next(Collection<TopicPartition> partitions, Collection<Long> inHand, int most) {
        if (partitions.isEmpty()) {
            return List.of();
        }
        return database.sql("""
                        select next.* from (
                          select distinct topic, partition, host from put_off
                          where topic || '/' || partition = any (:partitions)
                            and not exists (select from host_rest
                                            where host_rest.host = put_off.host and until > clock_timestamp())
                        ) as hosts
                        cross join lateral (
                          select * from put_off
                          where (topic, partition, host) = (hosts.topic, hosts.partition, hosts.host)
                            and due <= clock_timestamp() and id <> all (:inHand)
                          order by id limit :most
                        ) as next
                        order by next.id
                        """)
                .param(
                        "partitions",
                        partitions.stream()
                                .map(partition -> partition.topic() + "/" + partition.partition())
                                .toArray(String[]::new))
                .param("inHand", inHand.toArray(Long[]::new))
                .param("most", most)
                .query(PutOffRequests::read)
                .list();
    }

    /** It is to be worked on later still. */
    void postpone(long id, Instant due) {
        database.sql("update put_off set due = :due where id = :id")
                .param("due", Timestamp.from(due))
                .param("id", id)
                .update();
    }

    /** It is done. */
    void remove(long id) {
        database.sql("delete from put_off where id = :id").param("id", id).update();
    }

    static String host(ConsumerRecord<String, byte[]> record) {
        return record.key() == null ? "" : record.key();
    }

    private static PutOff read(ResultSet row, int number) throws SQLException {
        var headers = new RecordHeaders();
        JSON.readValue(row.getString("headers"), new TypeReference<Map<String, String>>() {})
                .forEach((name, value) -> headers.add(name, value.getBytes(ISO_8859_1)));
        var record = new ConsumerRecord<>(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getLong("sent"),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                row.getString("host"),
                row.getBytes("event"),
                headers,
                java.util.Optional.empty());
        return new PutOff(row.getLong("id"), record);
    }

    /** Byte for byte: each byte is a character. */
    private static String headers(ConsumerRecord<String, byte[]> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers().forEach(header -> {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), ISO_8859_1));
            }
        });
        return JSON.writeValueAsString(headers);
    }
}
