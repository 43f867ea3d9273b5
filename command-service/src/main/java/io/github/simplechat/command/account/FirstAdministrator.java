package io.github.simplechat.command.account;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.platform.security.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes the account of the first administrator, when settings name one and it does not exist. */
@Component
final class FirstAdministrator implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final AccountSettings settings;

    FirstAdministrator(Accounts accounts, AccountSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments args) {
        String name = settings.adminUsername();
        if (name.isEmpty() || accounts.exists(name)) {
            return;
        }
        try {
            accounts.register(
                    name,
                    settings.adminPassword(),
                    name,
                    Set.of(Caller.ADMIN),
                    Instant.now().truncatedTo(ChronoUnit.MILLIS));
            log.info("Made the account of the first administrator");
        } catch (Rejection e) {
            if (e.reason() != Reason.USERNAME_TAKEN) {
                throw e;
            }
        }
    }
}
