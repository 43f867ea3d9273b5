package io.github.simplechat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** docker-compose.yml against what it refers to, since no engine may be here to try it. */
@SuppressWarnings("unchecked")
class ComposeFileTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> OURS =
            Set.of("command-service", "query-service", "relay-service");

    private final Map<String, Object> compose = load();
    private final Map<String, Map<String, Object>> services =
            (Map<String, Map<String, Object>>) compose.get("services");

    private static Map<String, Object> load() {
        try {
            return new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_services_and_their_stores_are_all_there() {
        assertThat(services.keySet())
                .containsAll(OURS)
                .contains("postgres", "mongodb", "redis", "nginx");
    }

    @Test
    void every_service_has_an_image_or_is_built_from_a_file_that_exists() {
        services.forEach(
                (name, service) -> {
                    if (!service.containsKey("image")) {
                        Map<String, Object> build = (Map<String, Object>) service.get("build");
                        assertThat(ROOT.resolve((String) build.get("dockerfile")))
                                .isRegularFile();
                        assertThat((Map<String, String>) build.get("args"))
                                .containsEntry("SERVICE", name);
                        assertThat(ROOT.resolve(name)).isDirectory();
                    }
                });
    }

    @Test
    void whatever_is_depended_on_exists_and_can_be_healthy() {
        services.values().stream()
                .map(service -> (Map<String, Object>) service.getOrDefault("depends_on", Map.of()))
                .flatMap(dependencies -> dependencies.keySet().stream())
                .forEach(
                        name -> {
                            assertThat(services).containsKey(name);
                            assertThat(services.get(name))
                                    .extractingByKey("healthcheck")
                                    .extracting("test")
                                    .isNotNull();
                        });
    }

    @Test
    void every_setting_of_a_service_is_one_that_it_knows() throws IOException {
        for (String name : OURS) {
            Set<String> known = settings(name);
            var given = (Map<String, Object>) services.get(name).get("environment");
            assertThat(known).as(name).containsAll(given.keySet());
        }
    }

    @Test
    void every_address_in_a_setting_names_a_service_of_the_file() {
        Pattern host = Pattern.compile("//([a-z-]+):\\d+");
        for (String name : OURS) {
            var given = (Map<String, Object>) services.get(name).get("environment");
            for (Object value : given.values()) {
                Matcher address = host.matcher(value.toString());
                while (address.find()) {
                    assertThat(services).as(value.toString()).containsKey(address.group(1));
                }
            }
        }
    }

    @Test
    void every_mounted_file_and_volume_exists() {
        var volumes = (Map<String, Object>) compose.get("volumes");
        services.values().stream()
                .flatMap(service -> ((List<String>) service.getOrDefault("volumes", List.of())).stream())
                .map(mount -> mount.split(":")[0])
                .forEach(
                        source -> {
                            if (source.startsWith("./")) {
                                assertThat(ROOT.resolve(source)).exists();
                            } else {
                                assertThat(volumes).containsKey(source);
                            }
                        });
    }

    @Test
    void nginx_knows_the_services_at_the_ports_that_they_listen_on() throws IOException {
        String nginx = Files.readString(ROOT.resolve("deploy/nginx/chat.conf"));
        for (String name : OURS) {
            var given = (Map<String, Object>) services.get(name).get("environment");
            Object port = given.getOrDefault("CHAT_HTTP_PORT", given.get("CHAT_LIVE_PORT"));
            assertThat(nginx).contains("server " + name + ":" + port);
        }
    }

    private static Set<String> settings(String module) throws IOException {
        Set<String> known = new TreeSet<>();
        Pattern setting = Pattern.compile("\\$\\{(CHAT_[A-Z_]+)");
        for (Path file :
                Stream.of("platform", module)
                        .map(m -> ROOT.resolve(m + "/src/main/resources/" + m + ".yml"))
                        .toList()) {
            Matcher matcher = setting.matcher(Files.readString(file));
            while (matcher.find()) {
                known.add(matcher.group(1));
            }
        }
        return known;
    }
}
