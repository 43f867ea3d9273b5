package io.github.simplechat.query.people;

import io.github.simplechat.api.query.Notice;
import io.github.simplechat.query.platform.Contents;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The people of one generation. Documents only get newer: a write is taken only over a lower
 * version. Implementations are thread-safe.
 */
public interface PeopleStore {

    /** The people with these ids that are there. */
    Map<UUID, PersonEntry> people(Collection<UUID> userIds);

    /** The invitations with these keys, closed ones included. */
    Map<InvitationKey, InvitationEntry> invitations(Collection<InvitationKey> keys);

    /**
     * The invitations that a person has still to answer, by room id as text.
     *
     * @param after the room of the last one seen; null to start at the beginning
     */
    List<InvitationEntry> openInvitations(UUID userId, @Nullable UUID after, int limit);

    /**
     * The people whose username or display name begins with a text, by username.
     *
     * @param prefix in any case; empty for all
     * @param after the username of the last one seen, as {@link
     *     io.github.simplechat.query.platform.SearchKey} writes it; null to start at the beginning
     */
    List<PersonEntry> search(String prefix, @Nullable String after, int limit);

    /** The newest notices to a person below a version, the oldest of them first. */
    List<Notice> noticesBefore(UUID userId, long version, int limit);

    /** The oldest notices to a person above a version, the oldest first. */
    List<Notice> noticesAfter(UUID userId, long version, int limit);

    /** Writes what is new. */
    void write(PeopleChanges changes);

    /** Removes the notices to people who were erased, and their invitations. */
    void forget(Collection<UUID> userIds);

    /** All that it holds, to be compared with another generation. */
    Contents contents();

    /** Removes the generation. */
    void drop();
}
