package org.tumen.alert.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tumen.alert.access.Change;

/** What the controllers do not say themselves. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {

    private static final String TOKEN = "token";
    private static final String API = "/api/v1/";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Change.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Tumen")
                        .version("v1")
                        .description(
                                "Stories, articles, findings and alerts; who is told of them, and how. Lists have items and"
                                        + " next, the cursor of the page that follows. A refused request is answered by a problem"
                                        + " (RFC 9457) with the field at fault and what is allowed there."))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description(
                                                "A token, made at POST /api/v1/tokens; or the cookie of a login.")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** Operations are listed under what they are about, and not under the class that answers. */
    @Bean
    OpenApiCustomizer tags() {
        return document -> document.getPaths()
                .forEach((path, item) ->
                        item.readOperations().forEach(operation -> operation.setTags(List.of(about(path)))));
    }

    private static String about(String path) {
        return path.substring(API.length()).replaceAll("/.*", "");
    }
}
