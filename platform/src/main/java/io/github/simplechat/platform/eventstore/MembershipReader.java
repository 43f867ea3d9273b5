package io.github.simplechat.platform.eventstore;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who is in which room, asked of the events themselves and so as fresh as they are. */
public interface MembershipReader {

    /**
     * The rooms that a person is a member of, of any kind. Costs what they have come and gone, not
     * how many events there are.
     */
    Set<UUID> roomsOf(UUID userId);

    /**
     * Who is a member of a room, each with the version of the event that made them one. Costs how
     * often people came to the room and went, not how much was said in it.
     */
    Map<UUID, Long> membersOf(UUID roomId);
}
