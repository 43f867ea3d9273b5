package io.github.simplechat.api.event;

import io.github.simplechat.api.announcement.AnnouncementMade;
import io.github.simplechat.api.person.InvitationClosed;
import io.github.simplechat.api.person.MessagesRead;
import io.github.simplechat.api.person.NoticeReceived;
import io.github.simplechat.api.person.PersonInvited;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.RoomCreated;

/** The public name of an event, as {@code msg-type} in frames and {@code type} in changes. */
public final class MsgType {

    private MsgType() {}

    /** The name under which clients know {@code event}; total over all events. */
    public static String of(ChatEvent event) {
        return switch (event) {
            case RoomCreated e -> "room.created";
            case MemberJoined e -> "room.person.in";
            case MemberLeft e -> "room.person.out";
            case MessageSent e -> "room.msg.new";
            case MessageEdited e -> "room.msg.edited";
            case MessageDeleted e -> "room.msg.deleted";
            case PersonRegistered e -> "person.registered";
            case PersonInvited e -> "person.invited";
            case InvitationClosed e -> "person.invitation.closed";
            case MessagesRead e -> "person.read";
            case NoticeReceived e -> "person." + e.type();
            case AnnouncementMade e -> "all." + e.type();
        };
    }
}
