package org.tumen.alert;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of the service in a schema of its own, so that what other tests keep is not counted. */
public record OwnSchema(DataSource source, JdbcClient jdbc, TransactionTemplate transaction) {

    public static OwnSchema named(String name) {
        var source = new DriverManagerDataSource(RealParts.jdbcUrl("postgres") + "&currentSchema=" + name);
        Flyway.configure()
                .dataSource(source)
                .defaultSchema(name)
                .schemas(name)
                .load()
                .migrate();
        return new OwnSchema(
                source, JdbcClient.create(source), new TransactionTemplate(new DataSourceTransactionManager(source)));
    }
}
