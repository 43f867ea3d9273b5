package io.github.simplechat.api.event;

import io.github.simplechat.api.announcement.AnnouncementMade;
import io.github.simplechat.api.person.InvitationClosed;
import io.github.simplechat.api.person.MessagesRead;
import io.github.simplechat.api.person.NoticeReceived;
import io.github.simplechat.api.person.PersonChanged;
import io.github.simplechat.api.person.PersonErased;
import io.github.simplechat.api.person.PersonInvited;
import io.github.simplechat.api.person.PersonMentioned;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.api.room.DirectRoomCreated;
import io.github.simplechat.api.room.MemberBanned;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MemberMuted;
import io.github.simplechat.api.room.MemberRoleChanged;
import io.github.simplechat.api.room.MemberUnbanned;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessagePinned;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.MessageUnpinned;
import io.github.simplechat.api.room.ReactionAdded;
import io.github.simplechat.api.room.ReactionRemoved;
import io.github.simplechat.api.room.RoomArchived;
import io.github.simplechat.api.room.RoomChanged;
import io.github.simplechat.api.room.RoomCreated;

/** The public name of an event, as {@code msg-type} in frames and {@code type} in changes. */
public final class MsgType {

    private MsgType() {}

    /** The name under which clients know {@code event}; total over all events. */
    public static String of(ChatEvent event) {
        return switch (event) {
            case RoomCreated e -> "room.created";
            case DirectRoomCreated e -> "room.created";
            case RoomChanged e -> "room.changed";
            case RoomArchived e -> "room.archived";
            case MemberJoined e -> "room.person.in";
            case MemberLeft e -> "room.person.out";
            case MemberRoleChanged e -> "room.person.role";
            case MemberMuted e -> "room.person.muted";
            case MemberBanned e -> "room.person.banned";
            case MemberUnbanned e -> "room.person.unbanned";
            case MessageSent e -> "room.msg.new";
            case MessageEdited e -> "room.msg.edited";
            case MessageDeleted e -> "room.msg.deleted";
            case ReactionAdded e -> "room.msg.reaction.added";
            case ReactionRemoved e -> "room.msg.reaction.removed";
            case MessagePinned e -> "room.msg.pinned";
            case MessageUnpinned e -> "room.msg.unpinned";
            case PersonRegistered e -> "person.registered";
            case PersonChanged e -> "person.changed";
            case PersonErased e -> "person.erased";
            case PersonInvited e -> "person.invited";
            case InvitationClosed e -> "person.invitation.closed";
            case PersonMentioned e -> "person.mentioned";
            case MessagesRead e -> "person.read";
            case NoticeReceived e -> "person." + e.type();
            case AnnouncementMade e -> "all." + e.type();
        };
    }
}
