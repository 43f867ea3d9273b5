package io.github.simplechat.query.rooms.mongo;

import io.github.simplechat.query.rooms.BanEntry;
import io.github.simplechat.query.rooms.Membership;
import io.github.simplechat.query.rooms.ReadMarker;
import io.github.simplechat.query.rooms.RoomEntry;
import io.github.simplechat.query.rooms.RoomNames;
import io.github.simplechat.query.rooms.Tombstones;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

/** Between what is stored and what is meant. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR, imports = RoomNames.class)
interface RoomDocuments {

    @Mapping(target = "roomId", source = "id")
    RoomEntry room(RoomDocument document);

    @Mapping(target = "id", source = "roomId")
    @Mapping(target = "place", expression = "java(RoomNames.place(room))")
    RoomDocument document(RoomEntry room);

    Membership membership(MembershipDocument document);

    @Mapping(target = "id", expression = "java(membership.key().id())")
    MembershipDocument document(Membership membership);

    BanEntry ban(BanDocument document);

    @Mapping(target = "id", expression = "java(ban.key().id())")
    BanDocument document(BanEntry ban);

    ReadMarker marker(ReadMarkerDocument document);

    @Mapping(target = "id", expression = "java(marker.key().id())")
    ReadMarkerDocument document(ReadMarker marker);

    Tombstones tombstones(TombstonesDocument document);

    @Mapping(target = "id", expression = "java(tombstones.key().id())")
    TombstonesDocument document(Tombstones tombstones);
}
