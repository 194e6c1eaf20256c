package org.tumen.alert.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tumen.alert.access.Change;

/** What the controllers do not say themselves. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {

    private static final String TOKEN = "token";

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
}
