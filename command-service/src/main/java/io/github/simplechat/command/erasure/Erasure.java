package io.github.simplechat.command.erasure;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.person.ErasePerson;
import io.github.simplechat.api.room.ForgetMember;
import io.github.simplechat.command.account.Accounts;
import io.github.simplechat.command.platform.web.Commands;
import io.github.simplechat.platform.eventstore.Claims;
import io.github.simplechat.platform.eventstore.MembershipReader;
import io.github.simplechat.platform.personal.PersonalKeys;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Forgets a person. The event that says so comes first and decides; what follows from it can be
 * repeated, and is, by an automation, wherever a crash cut it off.
 */
@Component
public final class Erasure {

    private final Commands commands;
    private final Accounts accounts;
    private final PersonalKeys keys;
    private final Claims claims;
    private final MembershipReader memberships;

    Erasure(
            Commands commands,
            Accounts accounts,
            PersonalKeys keys,
            Claims claims,
            MembershipReader memberships) {
        this.commands = commands;
        this.accounts = accounts;
        this.keys = keys;
        this.claims = claims;
        this.memberships = memberships;
    }

    /**
     * Forgets a person, for ever. When it returns, nothing that they wrote can be read from the
     * events any more, at this node; at every other one within a second.
     *
     * @throws Rejection {@code last-administrator}; {@code person-not-found}
     */
    public void erase(UUID userId, Instant now) {
        accounts.requireNotLastAdministrator(userId);
        commands.send(new ErasePerson(userId, userId, now));
        complete(userId, now);
    }

    /**
     * What follows once it is decided. Their sessions end first, so that they do nothing more. Not
     * to be called inside a transaction.
     */
    public void complete(UUID userId, Instant now) {
        accounts.forget(userId, now);
        keys.erase(userId);
        claims.forget(userId);
        memberships
                .roomsOf(userId)
                .forEach(roomId -> commands.send(new ForgetMember(roomId, userId, now)));
    }
}
