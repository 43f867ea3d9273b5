package io.github.simplechat.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.command.TestService;
import io.github.simplechat.command.TestService.Answer;
import io.github.simplechat.command.TestService.User;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SigningKeysTest {

    private static final String KEYS = "/v1/admin/signing-keys";

    private final SigningKeys elsewhere = anotherNode();

    private static SigningKeys anotherNode() {
        return new SigningKeys(
                TestService.bean(SigningKeyRepository.class),
                TestService.bean(AccountSettings.class),
                new KeySettings(Duration.ofDays(90), Duration.ofHours(1)));
    }

    @AfterEach
    void stop() {
        elsewhere.close();
    }

    @Test
    void given_a_rotation_when_announced_then_published_everywhere_before_it_signs() {
        User admin = TestService.admin();
        String signing = kidOf(admin);

        Answer rotated = admin.post(KEYS, "");

        assertThat(rotated.status()).isEqualTo(202);
        JsonNode announced = rotated.json().path(rotated.json().size() - 1);
        assertThat(announced.path("use").asString()).isEqualTo("announced");
        String kid = announced.path("kid").asString();
        assertThat(publishedIds()).contains(kid, kidOf(admin));
        assertThat(kidOf(TestService.admin())).isEqualTo(signing);
        assertThat(elsewhere.find("unknown")).isNull();

        assertThat(admin.post(KEYS, "").json()).isEqualTo(rotated.json());
        withdraw(admin, kid);
    }

    @Test
    void given_many_nodes_when_rotating_at_once_then_one_key_is_announced()
            throws ExecutionException, InterruptedException {
        List<SigningKeys> nodes = IntStream.range(0, 8).mapToObj(i -> anotherNode()).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> rotations = new ArrayList<>();
            for (SigningKeys node : nodes) {
                rotations.add(() -> {
                    node.rotate();
                    return null;
                });
            }
            for (Future<Void> rotation : threads.invokeAll(rotations)) {
                rotation.get();
            }
        }

        List<String> announced =
                nodes.getFirst().published().stream()
                        .filter(key -> key.use().equals("announced"))
                        .map(SigningKeys.PublishedKey::kid)
                        .toList();
        assertThat(announced).hasSize(1);
        assertThat(nodes)
                .allSatisfy(node -> assertThat(node.find(announced.getFirst())).isNotNull());
        nodes.forEach(SigningKeys::close);
        withdraw(TestService.admin(), announced.getFirst());
    }

    @Test
    void given_a_stolen_key_when_withdrawn_then_its_tokens_end_and_another_signs_at_once() {
        User admin = TestService.admin();
        String stolen = kidOf(admin);

        assertThat(admin.delete(KEYS + "/" + stolen).status()).isEqualTo(200);

        assertThat(admin.post(KEYS, "").code()).isEqualTo("unauthenticated");
        User again = TestService.admin();
        assertThat(kidOf(again)).isNotEqualTo(stolen);
        assertThat(publishedIds()).contains(kidOf(again)).doesNotContain(stolen);
        assertThat(again.delete(KEYS + "/" + stolen).code()).isEqualTo("not-found");
    }

    @Test
    void given_somebody_who_is_no_administrator_when_rotating_then_forbidden() {
        assertThat(TestService.user().post(KEYS, "").code()).isEqualTo("forbidden");
        assertThat(TestService.user().delete(KEYS + "/any").code()).isEqualTo("forbidden");
    }

    private static void withdraw(User admin, String kid) {
        assertThat(admin.delete(KEYS + "/" + kid).status()).isEqualTo(200);
    }

    private static List<String> publishedIds() {
        return TestService.call(null, "GET", "/.well-known/jwks.json", "")
                .json()
                .path("keys")
                .valueStream()
                .map(key -> key.path("kid").asString())
                .toList();
    }

    private static String kidOf(User user) {
        String header = user.token().substring(0, user.token().indexOf('.'));
        return TestService.json(
                        new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8))
                .path("kid")
                .asString();
    }
}
