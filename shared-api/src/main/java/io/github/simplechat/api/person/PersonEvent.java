package io.github.simplechat.api.person;

import io.github.simplechat.api.event.ChatEvent;
import java.util.UUID;

/** Something that happened to one person, for that person's eyes. */
public sealed interface PersonEvent extends ChatEvent
        permits PersonRegistered,
                PersonChanged,
                PersonErased,
                PersonInvited,
                InvitationClosed,
                PersonMentioned,
                MessagesRead,
                NoticeReceived {

    /** The subject of events that tell what a person is called; the latest one holds. */
    String PROFILE = "profile";

    /** The person, who is also their feed. */
    UUID userId();

    @Override
    default UUID feedId() {
        return userId();
    }
}
