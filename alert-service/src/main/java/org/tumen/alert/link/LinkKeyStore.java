package org.tumen.alert.link;

import java.security.SecureRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The key of links in the database: made once, so that links hold over restarts and in all instances. */
@Repository
class LinkKeyStore {

    private static final int KEY_BYTES = 32;

    private final JdbcClient jdbc;

    LinkKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of several instances that ask for the first time at once, the first one's key is everybody's. */
    byte[] load() {
        var made = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(made);
        jdbc.sql("insert into link_key (bytes) values (:bytes) on conflict do nothing")
                .param("bytes", made)
                .update();
        return jdbc.sql("select bytes from link_key").query(byte[].class).single();
    }
}
