package io.github.simplechat.platform.web;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.springframework.stereotype.Component;

/** What the API's description says of the whole: its name, and how to show who is calling. */
@Component
@OpenAPIDefinition(
        info =
                @Info(
                        title = "simple-chat-api",
                        version = "v1",
                        description =
                                "A chat backend. Register or log in, copy the accessToken, press"
                                        + " Authorize and paste it.",
                        license = @License(name = "Apache-2.0")),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        name = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT")
final class ApiDescription {}
