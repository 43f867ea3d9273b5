package io.github.simplechat.command.account;

import io.github.simplechat.api.person.ChangeProfile;
import io.github.simplechat.command.platform.idempotency.Outcome;
import io.github.simplechat.command.platform.web.Dispatch;
import org.springframework.stereotype.Component;

/**
 * What people are called. The event comes first and holds; the account follows it. A request that
 * broke off between the two is completed by sending it again.
 */
@Component
public class Profiles {

    private final AccountRepository accounts;

    Profiles(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** Changes the caller's display name; the same again changes nothing. */
    public Outcome change(Dispatch dispatch, String displayName) {
        Outcome outcome =
                dispatch.send(
                        new ChangeProfile(
                                dispatch.actorId(),
                                dispatch.actorId(),
                                dispatch.at(),
                                displayName));
        accounts.rename(dispatch.actorId(), displayName);
        return outcome;
    }
}
