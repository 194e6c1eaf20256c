package org.tumen.alert.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.webflux.autoconfigure.ResourceHandlerRegistrationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/**
 * Gives the page's own files an ETag of their content. The date of a file says nothing: it is that of the jar, which every build
 * has alike, so that a browser would keep the style and the script of the version before.
 */
@Configuration(proxyBeanMethods = false)
class FileTags {

    @Bean
    ResourceHandlerRegistrationCustomizer tagsByContent() {
        var tags = new ConcurrentHashMap<String, String>();
        return files -> files.setUseLastModified(false)
                .setEtagGenerator(file -> tags.computeIfAbsent(file.getDescription(), _ -> tag(file)));
    }

    private static String tag(Resource file) {
        try {
            return Page.tag(file.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
