package io.github.simplechat.command.account;

import io.github.simplechat.command.person.Directory;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** People by the usernames of their accounts, in one query. */
@Component
class AccountDirectory implements Directory {

    private final AccountRepository accounts;

    AccountDirectory(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    public Map<String, UUID> idsOf(Collection<String> usernames) {
        return accounts.findByUsernameIn(usernames).stream()
                .collect(Collectors.toUnmodifiableMap(Account::username, Account::id));
    }
}
