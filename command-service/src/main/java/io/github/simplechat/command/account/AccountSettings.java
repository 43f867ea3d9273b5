package io.github.simplechat.command.account;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long tokens live, and who is the first administrator.
 *
 * @param accessTtl how long an access token is valid
 * @param refreshTtl how long a refresh token is valid
 * @param adminUsername the first administrator's name; empty for none
 * @param adminPassword the password that the account is made with when it does not exist yet
 */
@Validated
@ConfigurationProperties("chat.account")
public record AccountSettings(
        @DefaultValue("15m") @DurationMin(seconds = 5, message = "must be at least 5s")
                Duration accessTtl,
        @DefaultValue("30d") @DurationMin(minutes = 1, message = "must be at least 1m")
                Duration refreshTtl,
        @DefaultValue("") String adminUsername,
        @DefaultValue("") String adminPassword) {

    /** A name without a password, or the other way round, is a mistake. */
    @AssertTrue(
            message =
                    "needs CHAT_ADMIN_USERNAME (3 to 64 of a-z 0-9 . _ -) and CHAT_ADMIN_PASSWORD"
                            + " (at least 8 characters), both or neither")
    public boolean isAdmin() {
        return adminUsername.isEmpty()
                ? adminPassword.isEmpty()
                : Usernames.isValid(adminUsername)
                        && adminPassword.length() >= Usernames.PASSWORD_MIN;
    }
}
