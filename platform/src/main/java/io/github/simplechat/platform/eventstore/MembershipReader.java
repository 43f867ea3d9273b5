package io.github.simplechat.platform.eventstore;

import java.util.Set;
import java.util.UUID;

/** Which rooms somebody is in, asked of the events themselves and so as fresh as they are. */
public interface MembershipReader {

    /**
     * The rooms that a person is a member of, of any kind. Costs what they have come and gone, not
     * how many events there are.
     */
    Set<UUID> roomsOf(UUID userId);
}
