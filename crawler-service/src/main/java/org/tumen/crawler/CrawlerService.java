package org.tumen.crawler;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the crawler. */
@SpringBootApplication
public class CrawlerService {

    public static void main(String[] arguments) {
        SpringApplication.run(CrawlerService.class, arguments);
    }
}
