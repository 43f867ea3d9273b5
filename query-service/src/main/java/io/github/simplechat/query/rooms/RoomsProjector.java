package io.github.simplechat.query.rooms;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.person.MessagesRead;
import io.github.simplechat.api.person.PersonMentioned;
import io.github.simplechat.api.room.MemberBanned;
import io.github.simplechat.api.room.MemberEvent;
import io.github.simplechat.api.room.MemberUnbanned;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.RoomEvent;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.rebuild.ProjectionWriter;
import java.util.List;

/** Takes the events of rooms, and what people have read of them, into the rooms. */
final class RoomsProjector implements ProjectionWriter {

    private final RoomsStore store;

    RoomsProjector(RoomsStore store) {
        this.store = store;
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        RoomsFold fold = RoomsFold.load(store, RoomKeys.of(batch));
        batch.forEach(recorded -> take(recorded, fold));
        store.write(fold.changes());
    }

    private static void take(RecordedEvent recorded, RoomsFold fold) {
        long version = recorded.version();
        if (recorded.event() instanceof RoomEvent event) {
            fold.rooms()
                    .apply(
                            event.roomId(),
                            version,
                            room -> RoomsProjection.evolve(room, version, event));
        }
        switch (recorded.event()) {
            case MemberBanned e ->
                    fold.bans()
                            .apply(
                                    new MemberKey(e.roomId(), e.userId()),
                                    version,
                                    before -> MembersProjection.banned(version, e));
            case MemberUnbanned e ->
                    fold.bans()
                            .apply(
                                    new MemberKey(e.roomId(), e.userId()),
                                    version,
                                    before -> MembersProjection.lifted(before, version, e));
            case MemberEvent e ->
                    fold.memberships()
                            .apply(
                                    new MemberKey(e.roomId(), e.userId()),
                                    version,
                                    before -> MembersProjection.evolve(before, version, e));
            case MessageSent e ->
                    fold.memberships()
                            .apply(
                                    new MemberKey(e.roomId(), e.actorId()),
                                    version,
                                    before -> MembersProjection.evolve(before, version, e));
            case MessageDeleted e ->
                    fold.tombstones()
                            .apply(
                                    TombstoneKey.of(e.roomId(), e.seq()),
                                    version,
                                    before -> RoomsProjection.evolve(before, version, e));
            case MessagesRead e ->
                    fold.markers()
                            .apply(
                                    new MemberKey(e.roomId(), e.userId()),
                                    version,
                                    before -> MembersProjection.evolve(before, version, e));
            case PersonMentioned e ->
                    fold.markers()
                            .apply(
                                    new MemberKey(e.roomId(), e.userId()),
                                    version,
                                    before -> MembersProjection.evolve(before, version, e));
            default -> {}
        }
    }

    @Override
    public Contents contents() {
        return store.contents();
    }

    @Override
    public void drop() {
        store.drop();
    }
}
