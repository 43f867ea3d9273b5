package io.github.simplechat.platform.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The database role that owns the tables, when it is not the one that the service works with.
 *
 * @param username its name; none when one role does both
 * @param password its password
 */
@ConfigurationProperties("chat.postgres.owner")
record OwnerSettings(@Nullable String username, @Nullable String password) {

    OwnerSettings {
        username = username == null || username.isBlank() ? null : username;
    }
}
