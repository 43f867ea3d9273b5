package io.github.simplechat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docker-compose.yml against what it refers to, since no engine may be here to try it. */
class ComposeFileTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> OURS =
            List.of("command-service", "query-service", "relay-service");

    private final JsonNode compose = yaml("docker-compose.yml");
    private final JsonNode services = compose.path("services");

    private static JsonNode yaml(String file) {
        Object content = new Yaml().load(read(file));
        return JsonMapper.builder().build().valueToTree(content);
    }

    private static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_services_and_their_stores_are_all_there() {
        assertThat(services.propertyNames())
                .containsAll(OURS)
                .contains("postgres", "mongodb", "redis", "nginx");
    }

    @Test
    void every_service_has_an_image_or_is_built_from_a_file_that_exists() {
        services.forEachEntry((name, service) -> {
            if (!service.has("image")) {
                JsonNode build = service.path("build");
                assertThat(ROOT.resolve(build.path("dockerfile").asString())).isRegularFile();
                assertThat(build.at("/args/SERVICE").asString()).isEqualTo(name);
                assertThat(ROOT.resolve(name)).isDirectory();
            }
        });
    }

    @Test
    void whatever_is_depended_on_exists_and_can_be_healthy() {
        for (JsonNode service : services) {
            for (String name : service.path("depends_on").propertyNames()) {
                assertThat(services.at("/" + name + "/healthcheck/test").isArray())
                        .as(name)
                        .isTrue();
            }
        }
    }

    @Test
    void every_setting_of_a_service_is_one_that_it_knows() {
        for (String name : OURS) {
            assertThat(settings(name))
                    .as(name)
                    .containsAll(environment(name).propertyNames())
                    .isNotEmpty();
        }
    }

    @Test
    void every_address_in_a_setting_names_a_service_of_the_file() {
        Pattern host = Pattern.compile("//([a-z-]+):\\d+");
        for (String name : OURS) {
            for (JsonNode value : environment(name)) {
                Matcher address = host.matcher(value.asString());
                while (address.find()) {
                    assertThat(services.has(address.group(1))).as(value.asString()).isTrue();
                }
            }
        }
    }

    @Test
    void every_mounted_file_and_volume_exists() {
        for (JsonNode service : services) {
            for (JsonNode mount : service.path("volumes")) {
                String source = mount.asString().replaceFirst(":.*", "");
                if (source.startsWith("./")) {
                    assertThat(ROOT.resolve(source)).exists();
                } else {
                    assertThat(compose.path("volumes").has(source)).as(source).isTrue();
                }
            }
        }
    }

    @Test
    void nginx_knows_the_services_at_the_ports_that_they_listen_on() {
        String nginx = read("deploy/nginx/chat.conf");
        for (String name : OURS) {
            String setting = name.startsWith("relay") ? "CHAT_LIVE_PORT" : "CHAT_HTTP_PORT";
            String port = environment(name).path(setting).asString();
            assertThat(nginx).contains("server " + name + ":" + port);
        }
    }

    private JsonNode environment(String service) {
        return services.path(service).path("environment");
    }

    private static Set<String> settings(String module) {
        Set<String> known = new TreeSet<>();
        Pattern setting = Pattern.compile("\\$\\{(CHAT_[A-Z_]+)");
        for (String name : List.of("platform", module)) {
            Matcher matcher =
                    setting.matcher(read("%1$s/src/main/resources/%1$s.yml".formatted(name)));
            while (matcher.find()) {
                known.add(matcher.group(1));
            }
        }
        return known;
    }
}
