package io.github.simplechat.query.rebuild.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page on which administrators look after projections. It holds nothing itself, so it is for
 * everyone: its script asks the endpoints with the token of who uses it. It fetches nothing from
 * elsewhere, and the browser sees to that.
 */
@Hidden
@RestController
class ProjectionsPage {

    private static final String PATH = "/admin/projections";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'";

    @GetMapping(PATH)
    ResponseEntity<Resource> page() {
        return part("page.html");
    }

    @GetMapping(PATH + "/{name:page\\.css|page\\.js|service\\.js|words\\.js}")
    ResponseEntity<Resource> part(@PathVariable String name) {
        Resource part = new ClassPathResource("page/" + name, ProjectionsPage.class);
        MediaType type = MediaTypeFactory.getMediaType(part).orElseThrow();
        return ResponseEntity.ok()
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .body(part);
    }
}
