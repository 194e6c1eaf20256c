package org.tumen.alert.delivery.email;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The mail server that takes Tumen's mails.
 *
 * @param host its name
 * @param port 25 or 587 with STARTTLS as a rule
 * @param username null when it asks for none
 * @param password null when it asks for none
 * @param starttls whether the connection must be encrypted before anything is said
 * @param from the sender, as {@code tumen@example.org}; its domain also names the Message-ID
 * @param timeout of connecting, and of each answer of the server
 */
@Validated
@ConfigurationProperties("tumen.alert.email")
record EmailProperties(
        @DefaultValue("localhost") @NotBlank String host,
        @DefaultValue("25") @Min(1) @Max(65535) int port,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("false") boolean starttls,
        @DefaultValue("tumen@localhost") @NotBlank @Email String from,
        @DefaultValue("10s") Duration timeout) {

    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "EmailProperties[" + host + ":" + port + ", from " + from + "]";
    }
}
