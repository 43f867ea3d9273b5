package io.github.simplechat.query.people.memory;

import io.github.simplechat.api.query.Notice;
import io.github.simplechat.query.people.InvitationEntry;
import io.github.simplechat.query.people.InvitationKey;
import io.github.simplechat.query.people.PeopleChanges;
import io.github.simplechat.query.people.PeopleStore;
import io.github.simplechat.query.people.PersonEntry;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.platform.Documents;
import io.github.simplechat.query.platform.SearchKey;
import io.github.simplechat.query.platform.memory.MemoryDocuments;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** People who live as long as their process. */
public final class InMemoryPeopleStore implements PeopleStore {

    private record NoticeKey(UUID userId, long version) {}

    private final MemoryDocuments<UUID, PersonEntry> people =
            new MemoryDocuments<>(PersonEntry::userId, PersonEntry::version);
    private final MemoryDocuments<InvitationKey, InvitationEntry> invitations =
            new MemoryDocuments<>(InvitationEntry::key, InvitationEntry::version);
    private final MemoryDocuments<NoticeKey, Notice> notices =
            new MemoryDocuments<>(
                    notice -> new NoticeKey(notice.userId(), notice.version()), Notice::version);
    private final Documents all =
            Documents.joined(
                    Map.of("people", people, "notices", notices, "invitations", invitations));

    @Override
    public Map<UUID, PersonEntry> people(Collection<UUID> userIds) {
        return people.load(userIds);
    }

    @Override
    public Map<InvitationKey, InvitationEntry> invitations(Collection<InvitationKey> keys) {
        return invitations.load(keys);
    }

    @Override
    public List<InvitationEntry> openInvitations(UUID userId, @Nullable UUID after, int limit) {
        return invitations.stream()
                .filter(one -> one.open() && one.userId().equals(userId))
                .filter(one ->
                        after == null || one.roomId().toString().compareTo(after.toString()) > 0)
                .sorted(Comparator.comparing(one -> one.roomId().toString()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<PersonEntry> search(String prefix, @Nullable String after, int limit) {
        String wanted = SearchKey.of(prefix);
        return people.stream()
                .filter(one ->
                        !one.isErased()
                                && (key(one.username()).startsWith(wanted)
                                        || key(one.displayName()).startsWith(wanted)))
                .filter(one -> after == null || key(one.username()).compareTo(after) > 0)
                .sorted(Comparator.comparing(one -> key(one.username())))
                .limit(limit)
                .toList();
    }

    private static String key(@Nullable String name) {
        return name == null ? "" : SearchKey.of(name);
    }

    @Override
    public List<Notice> noticesBefore(UUID userId, long version, int limit) {
        return noticesTo(userId)
                .filter(notice -> notice.version() < version)
                .sorted(Comparator.comparingLong(Notice::version).reversed())
                .limit(limit)
                .toList()
                .reversed();
    }

    @Override
    public List<Notice> noticesAfter(UUID userId, long version, int limit) {
        return noticesTo(userId)
                .filter(notice -> notice.version() > version)
                .sorted(Comparator.comparingLong(Notice::version))
                .limit(limit)
                .toList();
    }

    private Stream<Notice> noticesTo(UUID userId) {
        return notices.stream().filter(notice -> notice.userId().equals(userId));
    }

    @Override
    public void write(PeopleChanges changes) {
        people.write(changes.people());
        notices.write(changes.notices());
        invitations.write(changes.invitations());
    }

    @Override
    public void forget(Collection<UUID> userIds) {
        notices.remove(notice -> userIds.contains(notice.userId()));
        invitations.remove(invitation -> userIds.contains(invitation.userId()));
    }

    @Override
    public Contents contents() {
        return all;
    }

    @Override
    public void drop() {
        all.drop();
    }
}
