package io.github.simplechat.query.rooms;

import io.github.simplechat.api.person.MessagesRead;
import io.github.simplechat.api.person.PersonMentioned;
import io.github.simplechat.api.room.MemberBanned;
import io.github.simplechat.api.room.MemberEvent;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MemberMuted;
import io.github.simplechat.api.room.MemberRoleChanged;
import io.github.simplechat.api.room.MemberUnbanned;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.Role;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What events make of a person in a room: membership, ban and read marker. Pure. */
final class MembersProjection {

    private MembersProjection() {}

    /** The membership after something happened to its person; null while they never came. */
    static @Nullable Membership evolve(
            @Nullable Membership before, long version, MemberEvent event) {
        if (event instanceof MemberJoined e) {
            return new Membership(
                    e.roomId(),
                    e.userId(),
                    version,
                    e.role(),
                    e.at(),
                    before == null ? null : before.mutedUntil(),
                    e.seq(),
                    before == null ? 0 : before.sentSeq(),
                    true);
        }
        if (before == null) {
            return null;
        }
        return switch (event) {
            case MemberLeft e -> with(before, version, before.role(), before.mutedUntil(), false);
            case MemberRoleChanged e ->
                    with(before, version, e.role(), before.mutedUntil(), before.present());
            case MemberMuted e ->
                    with(before, version, before.role(), e.mutedUntil(), before.present());
            case MemberJoined e -> before;
            case MemberBanned e -> before;
            case MemberUnbanned e -> before;
        };
    }

    private static Membership with(
            Membership before,
            long version,
            Role role,
            @Nullable Instant mutedUntil,
            boolean present) {
        return new Membership(
                before.roomId(),
                before.userId(),
                version,
                role,
                before.joinedAt(),
                mutedUntil,
                before.joinSeq(),
                before.sentSeq(),
                present);
    }

    /** The author's membership after a message. */
    static @Nullable Membership evolve(
            @Nullable Membership author, long version, MessageSent event) {
        return author == null
                ? null
                : new Membership(
                        author.roomId(),
                        author.userId(),
                        version,
                        author.role(),
                        author.joinedAt(),
                        author.mutedUntil(),
                        author.joinSeq(),
                        event.seq(),
                        author.present());
    }

    /** The ban of a person who was banned. */
    static BanEntry banned(long version, MemberBanned event) {
        return new BanEntry(
                event.roomId(),
                event.userId(),
                version,
                event.actorId(),
                event.at(),
                event.until(),
                true);
    }

    /** A lifted ban stays as a document, so that an old event cannot bring it back. */
    static @Nullable BanEntry lifted(
            @Nullable BanEntry before, long version, MemberUnbanned event) {
        return before == null
                ? null
                : new BanEntry(
                        before.roomId(),
                        before.userId(),
                        version,
                        before.bannedBy(),
                        before.at(),
                        before.until(),
                        false);
    }

    /** The marker after reading; never goes back. */
    static ReadMarker evolve(@Nullable ReadMarker before, long version, MessagesRead event) {
        long seq = before == null ? event.seq() : Math.max(before.seq(), event.seq());
        SortedSet<Long> left = mentions(before);
        left.headSet(seq + 1).clear();
        return new ReadMarker(
                event.roomId(),
                event.userId(),
                version,
                seq,
                Collections.unmodifiableSortedSet(left));
    }

    /** The marker after a mention; one of something that has been read already is not kept. */
    static ReadMarker evolve(@Nullable ReadMarker before, long version, PersonMentioned event) {
        long seq = before == null ? 0 : before.seq();
        SortedSet<Long> mentions = mentions(before);
        if (event.seq() > seq) {
            mentions.add(event.seq());
        }
        if (mentions.size() > ReadMarker.MOST_MENTIONS) {
            mentions.removeFirst();
        }
        return new ReadMarker(
                event.roomId(),
                event.userId(),
                version,
                seq,
                Collections.unmodifiableSortedSet(mentions));
    }

    private static SortedSet<Long> mentions(@Nullable ReadMarker before) {
        return new TreeSet<>(before == null ? Collections.emptySet() : before.mentions());
    }
}
