package io.github.simplechat.platform.personal.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.platform.database.PersonNews;
import io.github.simplechat.platform.personal.MissingKey;
import io.github.simplechat.platform.personal.PersonalKeys;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keys in a table, and those used lately in memory. Of several nodes that make a person's key at
 * once all get the one that came first. Who was erased at another node is forgotten with the next
 * news of persons.
 */
public final class PostgresPersonalKeys implements PersonalKeys {

    private static final int BYTES = 32;

    private final JdbcTemplate jdbc;
    private final SecureRandom random = new SecureRandom();
    private final Cache<UUID, Optional<SecretKey>> known;

    /**
     * Keys of a database that has their schema.
     *
     * @param news tells who was erased at other nodes
     * @param cached how many are kept in memory
     */
    public PostgresPersonalKeys(DataSource dataSource, PersonNews news, int cached) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.known = Caffeine.newBuilder().maximumSize(cached).build();
        news.follow(new Erased());
    }

    @Override
    public SecretKey sealing(UUID personId) {
        return known.get(personId, this::readOrMake)
                .orElseThrow(
                        () -> new Rejection(Reason.PERSON_NOT_FOUND, "This person was erased."));
    }

    private Optional<SecretKey> readOrMake(UUID personId) {
        Optional<SecretKey> found = read(personId);
        if (found != null) {
            return found;
        }
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        jdbc.update(
                """
                INSERT INTO personal.key (person_id, secret) VALUES (?, ?)
                ON CONFLICT (person_id) DO NOTHING\
                """,
                personId,
                secret);
        return opened(personId);
    }

    @Override
    public Optional<SecretKey> opening(UUID personId) {
        return known.get(personId, this::opened);
    }

    private Optional<SecretKey> opened(UUID personId) {
        Optional<SecretKey> found = read(personId);
        if (found == null) {
            throw new MissingKey(personId);
        }
        return found;
    }

    /** Empty for an erased key, null for none. */
    @SuppressWarnings("NullableOptional") // three answers, inside this class alone
    private @Nullable Optional<SecretKey> read(UUID personId) {
        return jdbc
                .query(
                        "SELECT secret FROM personal.key WHERE person_id = ?",
                        (row, number) ->
                                Optional.ofNullable(row.getBytes("secret"))
                                        .<SecretKey>map(secret -> new SecretKeySpec(secret, "AES")),
                        personId)
                .stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public void erase(UUID personId) {
        int erased =
                jdbc.update(
                        """
                        INSERT INTO personal.key AS known (person_id, secret, erased_at)
                        VALUES (?, NULL, clock_timestamp())
                        ON CONFLICT (person_id) DO UPDATE SET secret = NULL,
                            erased_at = excluded.erased_at
                        WHERE known.erased_at IS NULL\
                        """,
                        personId);
        known.invalidate(personId);
        if (erased > 0) {
            jdbc.execute("VACUUM personal.key");
        }
    }

    private final class Erased implements PersonNews.Topic {

        @Override
        public String table() {
            return "personal.key";
        }

        @Override
        public String writtenAt() {
            return "erased_at";
        }

        @Override
        public String moment() {
            return "erased_at";
        }

        @Override
        public void tell(UUID personId, Instant erasedAt) {
            known.invalidate(personId);
        }
    }
}
