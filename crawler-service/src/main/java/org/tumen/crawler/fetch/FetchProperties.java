package org.tumen.crawler.fetch;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the crawler asks for feeds and pages.
 *
 * @param userAgent sent with every request; names the project and how to reach whoever runs it
 * @param timeout for one request with all its redirects
 * @param maxBodySize larger bodies are abandoned, not truncated
 * @param maxRedirects of one request
 * @param robotsName the name by which a robots.txt may give this crawler rules of its own
 * @param maxCrawlDelay the longest pause between requests that a robots.txt is granted
 * @param hostGap the least time from the end of one request to a host to the beginning of the next
 * @param maxAttempts how often a page that does not answer is asked for
 * @param retryAfter the pause before the second attempt; it doubles with each, up to six hours
 * @param maxWaiting requests of one host that wait in memory; more are put off, and worked on as it comes to them
 * @param maxInFlight requests of one partition of the topic that are read and neither done nor put off; more stay on the
 *     broker
 */
@Validated
@ConfigurationProperties("tumen.crawler.fetch")
record FetchProperties(
        @NotBlank String userAgent,
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("5MB") DataSize maxBodySize,
        @DefaultValue("5") @Min(0) @Max(20) int maxRedirects,

        @DefaultValue("tumen") @Pattern(regexp = "[A-Za-z_-]+")
        String robotsName,

        @DefaultValue("2m") Duration maxCrawlDelay,
        @DefaultValue("1s") Duration hostGap,
        @DefaultValue("12") @Min(1) @Max(20) int maxAttempts,
        @DefaultValue("1m") Duration retryAfter,
        @DefaultValue("20") @Min(2) @Max(10000) int maxWaiting,
        @DefaultValue("500") @Min(1) @Max(100000) int maxInFlight) {}
