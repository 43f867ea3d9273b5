package io.github.simplechat.query.search;

import io.github.simplechat.api.query.FoundMessage;
import io.github.simplechat.api.query.Message;
import io.github.simplechat.api.query.Page;
import io.github.simplechat.api.query.TextRange;
import io.github.simplechat.query.access.RoomAccess;
import io.github.simplechat.query.platform.VersionGate;
import io.github.simplechat.query.rebuild.ServedProjection;
import io.github.simplechat.query.rooms.Membership;
import io.github.simplechat.query.rooms.RoomsStore;
import io.github.simplechat.query.timeline.MessageKey;
import io.github.simplechat.query.timeline.TimelineStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Search as somebody may see it. The index says which messages; the timeline says what they are
 * now, so nothing that has been deleted or edited away is shown; and each room that is shown has
 * been asked whether the reader is a member at this moment.
 */
@Component
public final class MessageSearch {

    private static final int ROOMS_AT_A_TIME = 1_000;

    /** What somebody asks for; see {@link SearchQuery}. A room of null means all of theirs. */
    public record Request(
            SearchText text,
            @Nullable UUID roomId,
            @Nullable UUID authorId,
            @Nullable Instant before,
            @Nullable Instant after,
            SearchOrder order,
            @Nullable SearchPlace from,
            int limit) {

        private SearchQuery in(Set<UUID> rooms) {
            return new SearchQuery(text, rooms, authorId, before, after, order, from, limit + 1);
        }
    }

    private final ServedProjection<MessageIndex> index;
    private final ServedProjection<TimelineStore> timeline;
    private final ServedProjection<RoomsStore> rooms;
    private final RoomAccess access;

    /** Search over what these serve. */
    public MessageSearch(
            ServedProjection<MessageIndex> index,
            ServedProjection<TimelineStore> timeline,
            ServedProjection<RoomsStore> rooms,
            RoomAccess access) {
        this.index = index;
        this.timeline = timeline;
        this.rooms = rooms;
        this.access = access;
    }

    /**
     * A page of what a person may read. It can hold fewer messages than the limit although there
     * are more: {@code next} alone says whether there are.
     *
     * @throws io.github.simplechat.api.Rejection {@code not-a-member} or {@code room-not-found}
     *     when a room was named
     */
    public Page<FoundMessage> page(UUID userId, Request request) {
        MessageIndex asked = index.store();
        Set<UUID> mayRead = roomsFor(userId, request.roomId());
        List<Hit> hits = mayRead.isEmpty() ? List.of() : asked.search(request.in(mayRead));
        boolean more = hits.size() > request.limit();
        List<Hit> shown = more ? hits.subList(0, request.limit()) : hits;
        String next = more ? shown.getLast().place().cursor() : null;
        return new Page<>(found(asked, userId, request, shown), new Page.Cursors(next, null), 0);
    }

    private Set<UUID> roomsFor(UUID userId, @Nullable UUID roomId) {
        if (roomId != null) {
            access.requireMember(roomId, userId);
            return Set.of(roomId);
        }
        RoomsStore store = rooms.store();
        Set<UUID> all = new HashSet<>();
        List<Membership> some;
        UUID last = null;
        do {
            some = store.roomsOf(userId, last, ROOMS_AT_A_TIME);
            some.forEach(membership -> all.add(membership.roomId()));
            last = some.isEmpty() ? null : some.getLast().roomId();
        } while (some.size() == ROOMS_AT_A_TIME);
        return all;
    }

    private List<FoundMessage> found(
            MessageIndex asked, UUID userId, Request request, List<Hit> hits) {
        Map<UUID, Boolean> member = new HashMap<>();
        if (request.roomId() != null) {
            member.put(request.roomId(), true);
        }
        List<Hit> readable =
                hits.stream()
                        .filter(hit ->
                                member.computeIfAbsent(
                                        hit.message().roomId(),
                                        room -> access.isMember(room, userId)))
                        .toList();
        Map<MessageKey, Message> now = messages(readable);
        return readable.stream()
                .map(hit -> now.get(hit.message()))
                .filter(Objects::nonNull)
                .flatMap(message -> found(asked, request.text(), message))
                .toList();
    }

    /** The messages as they are now, at least as new as the index knows them. */
    private Map<MessageKey, Message> messages(List<Hit> hits) {
        List<MessageKey> keys = hits.stream().map(Hit::message).toList();
        return VersionGate.await(
                () -> Optional.of(timeline.store().messages(keys)),
                found -> hits.stream().filter(hit -> isThere(found, hit)).count(),
                hits.size());
    }

    private static boolean isThere(Map<MessageKey, Message> found, Hit hit) {
        Message message = found.get(hit.message());
        return message != null && message.version() >= hit.version();
    }

    private static Stream<FoundMessage> found(
            MessageIndex asked, SearchText words, Message message) {
        List<TextRange> matches =
                message.text() == null ? List.of() : asked.matches(words, message.text());
        return matches.isEmpty() ? Stream.of() : Stream.of(new FoundMessage(message, matches));
    }
}
