package io.github.simplechat.command.person;

import io.github.simplechat.api.Receipt;
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
import io.github.simplechat.command.platform.axon.FeedAggregate;
import io.github.simplechat.command.platform.axon.PendingEvents;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The shell that lets Axon drive {@link PersonDecider}. */
@Aggregate(type = "Person", repository = "persons", commandTargetResolver = "feedTargetResolver")
class PersonAggregate extends FeedAggregate<PersonState> {

    PersonAggregate() {
        super(new Absent());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(RegisterPerson command, PersonHistory history) {
        return execute(command, history);
    }

    @CommandHandler
    Receipt handle(InvitePerson command, PersonHistory history) {
        return execute(command, history);
    }

    @CommandHandler
    Receipt handle(ConfirmInvitation command, PersonHistory history) {
        return execute(command, history);
    }

    @CommandHandler
    Receipt handle(CloseInvitation command, PersonHistory history) {
        return execute(command, history);
    }

    @CommandHandler
    Receipt handle(MarkRead command, PersonHistory history) {
        return execute(command, history);
    }

    @CommandHandler
    Receipt handle(SendNotice command, PersonHistory history) {
        return execute(command, history);
    }

    @CommandHandler
    Receipt handle(ChangeProfile command, PersonHistory history) {
        return execute(command, history);
    }

    @CommandHandler
    Receipt handle(ErasePerson command, PersonHistory history) {
        return execute(command, history);
    }

    @CommandHandler
    Receipt handle(MentionPerson command, PersonHistory history) {
        return execute(command, history);
    }

    private Receipt execute(PersonCommand command, PersonHistory history) {
        for (var event : PersonDecider.decide(command, state, history)) {
            PendingEvents.add(event);
            AggregateLifecycle.apply(event);
        }
        return new Receipt(command.userId(), AggregateLifecycle.getVersion(), null, command.at());
    }

    @EventSourcingHandler
    void on(PersonRegistered event) {
        feedId = event.userId();
        evolve(event);
    }

    @EventSourcingHandler
    void on(PersonInvited event) {
        evolve(event);
    }

    @EventSourcingHandler
    void on(InvitationClosed event) {
        evolve(event);
    }

    @EventSourcingHandler
    void on(MessagesRead event) {
        evolve(event);
    }

    @EventSourcingHandler
    void on(NoticeReceived event) {
        evolve(event);
    }

    @EventSourcingHandler
    void on(PersonChanged event) {
        evolve(event);
    }

    @EventSourcingHandler
    void on(PersonMentioned event) {
        evolve(event);
    }

    @EventSourcingHandler
    void on(PersonErased event) {
        evolve(event);
    }

    private void evolve(PersonEvent event) {
        state = PersonDecider.evolve(state, event);
    }
}
