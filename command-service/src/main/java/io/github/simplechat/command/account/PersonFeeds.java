package io.github.simplechat.command.account;

import io.github.simplechat.api.person.RegisterPerson;
import io.github.simplechat.command.person.People;
import io.github.simplechat.command.platform.web.Commands;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Opens the feed of whoever has an account. */
@Component
final class PersonFeeds {

    private final Commands commands;
    private final People people;

    PersonFeeds(Commands commands, People people) {
        this.commands = commands;
        this.people = people;
    }

    /** Opens it; repeating it changes nothing. */
    void open(Account account, Instant now) {
        commands.send(
                new RegisterPerson(
                        account.id(),
                        account.id(),
                        now,
                        account.username(),
                        account.displayName()));
    }

    /** Opens it when making the account broke off before. */
    void openIfMissing(Account account, Instant now) {
        if (!people.exists(account.id())) {
            open(account, now);
        }
    }
}
