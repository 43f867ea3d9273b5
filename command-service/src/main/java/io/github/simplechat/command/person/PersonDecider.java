package io.github.simplechat.command.person;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.person.ChangeProfile;
import io.github.simplechat.api.person.CloseInvitation;
import io.github.simplechat.api.person.ConfirmInvitation;
import io.github.simplechat.api.person.ErasePerson;
import io.github.simplechat.api.person.InvitationClosed;
import io.github.simplechat.api.person.InvitePerson;
import io.github.simplechat.api.person.MarkRead;
import io.github.simplechat.api.person.MentionPerson;
import io.github.simplechat.api.person.MessagesRead;
import io.github.simplechat.api.person.NoticeReceived;
import io.github.simplechat.api.person.PersonChanged;
import io.github.simplechat.api.person.PersonCommand;
import io.github.simplechat.api.person.PersonErased;
import io.github.simplechat.api.person.PersonEvent;
import io.github.simplechat.api.person.PersonInvited;
import io.github.simplechat.api.person.PersonMentioned;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.api.person.RegisterPerson;
import io.github.simplechat.api.person.SendNotice;
import io.github.simplechat.command.person.PersonState.Absent;
import io.github.simplechat.command.person.PersonState.Erased;
import io.github.simplechat.command.person.PersonState.Registered;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The rules of a person's feed. Pure and total. */
final class PersonDecider {

    private PersonDecider() {}

    /**
     * The events that a command leads to; none when it changes nothing.
     *
     * @throws Rejection when a rule refuses it
     */
    static List<PersonEvent> decide(
            PersonCommand command, PersonState state, PersonHistory history) {
        return switch (command) {
            case RegisterPerson c -> register(c, state);
            case ChangeProfile c -> changeProfile(c, state, history);
            case ErasePerson c -> erase(c, state);
            case MentionPerson c -> mention(c, state, history);
            case InvitePerson c -> invite(c, registered(state));
            case ConfirmInvitation c -> {
                requireInvitation(c.roomId(), registered(state));
                yield List.of();
            }
            case CloseInvitation c -> close(c, registered(state));
            case MarkRead c -> markRead(c, registered(state));
            case SendNotice c -> {
                registered(state);
                yield List.of(
                        new NoticeReceived(
                                c.userId(), c.actorId(), c.at(), c.type(), c.text(), c.data()));
            }
        };
    }

    /** The state after an event. */
    static PersonState evolve(PersonState state, PersonEvent event) {
        return switch (event) {
            case PersonRegistered e -> new Registered(Set.of(), Map.of());
            case PersonInvited e -> registered(state).invitedTo(e.roomId());
            case InvitationClosed e -> registered(state).answered(e.roomId());
            case MessagesRead e -> registered(state).readUpTo(e.roomId(), e.seq());
            case NoticeReceived e -> state;
            case PersonChanged e -> state;
            case PersonMentioned e -> state;
            case PersonErased e -> new Erased();
        };
    }

    private static List<PersonEvent> register(RegisterPerson c, PersonState state) {
        return switch (state) {
            case Absent absent ->
                    List.of(
                            new PersonRegistered(
                                    c.userId(),
                                    c.actorId(),
                                    c.at(),
                                    c.username(),
                                    c.displayName()));
            case Registered person -> List.of();
            case Erased erased -> throw unknown();
        };
    }

    private static List<PersonEvent> changeProfile(
            ChangeProfile c, PersonState state, PersonHistory history) {
        registered(state);
        return history.isCalled(c.userId(), c.displayName())
                ? List.of()
                : List.of(new PersonChanged(c.userId(), c.actorId(), c.at(), c.displayName()));
    }

    private static List<PersonEvent> erase(ErasePerson c, PersonState state) {
        return switch (state) {
            case Absent absent -> throw unknown();
            case Registered person -> List.of(new PersonErased(c.userId(), c.actorId(), c.at()));
            case Erased erased -> List.of();
        };
    }

    private static List<PersonEvent> mention(
            MentionPerson c, PersonState state, PersonHistory history) {
        registered(state);
        return history.wasMentioned(c.userId(), c.roomId(), c.seq())
                ? List.of()
                : List.of(
                        new PersonMentioned(c.userId(), c.actorId(), c.at(), c.roomId(), c.seq()));
    }

    private static List<PersonEvent> invite(InvitePerson c, Registered person) {
        return person.invitations().contains(c.roomId())
                ? List.of()
                : List.of(new PersonInvited(c.userId(), c.actorId(), c.at(), c.roomId()));
    }

    private static List<PersonEvent> close(CloseInvitation c, Registered person) {
        requireInvitation(c.roomId(), person);
        return List.of(
                new InvitationClosed(c.userId(), c.actorId(), c.at(), c.roomId(), c.accepted()));
    }

    private static List<PersonEvent> markRead(MarkRead c, Registered person) {
        return c.seq() <= person.read().getOrDefault(c.roomId(), 0L)
                ? List.of()
                : List.of(new MessagesRead(c.userId(), c.actorId(), c.at(), c.roomId(), c.seq()));
    }

    private static void requireInvitation(UUID roomId, Registered person) {
        if (!person.invitations().contains(roomId)) {
            throw new Rejection(
                    Reason.INVITATION_NOT_FOUND, "There is no open invitation to this room.");
        }
    }

    private static Registered registered(PersonState state) {
        if (state instanceof Registered registered) {
            return registered;
        }
        throw unknown();
    }

    private static Rejection unknown() {
        return new Rejection(Reason.PERSON_NOT_FOUND, "There is no such person.");
    }
}
