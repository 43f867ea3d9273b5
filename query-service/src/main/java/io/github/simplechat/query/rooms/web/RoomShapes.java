package io.github.simplechat.query.rooms.web;

import io.github.simplechat.api.query.Ban;
import io.github.simplechat.api.query.Member;
import io.github.simplechat.api.query.Message;
import io.github.simplechat.api.query.MyRoom;
import io.github.simplechat.api.query.Room;
import io.github.simplechat.query.rooms.BanEntry;
import io.github.simplechat.query.rooms.Membership;
import io.github.simplechat.query.rooms.RoomEntry;
import io.github.simplechat.query.rooms.RoomReading;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

/** Rooms as answers show them. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
interface RoomShapes {

    @Mapping(target = "name", expression = "java(titles.name(room))")
    @Mapping(target = "direct", expression = "java(titles.other(room))")
    Room room(RoomEntry room, @Context Titles titles);

    Member member(Membership membership, @Nullable String displayName);

    Ban ban(BanEntry ban, @Nullable String displayName);

    @Mapping(target = "roomId", source = "reading.room.roomId")
    @Mapping(target = "name", expression = "java(titles.name(reading.room()))")
    @Mapping(target = "visibility", source = "reading.room.visibility")
    @Mapping(target = "direct", expression = "java(titles.other(reading.room()))")
    @Mapping(target = "archived", source = "reading.room.archived")
    @Mapping(target = "role", source = "reading.membership.role")
    @Mapping(target = "version", source = "reading.room.version")
    @Mapping(target = "lastSeq", source = "reading.room.lastSeq")
    @Mapping(target = "readSeq", source = "reading.readSeq")
    @Mapping(target = "unread", source = "reading.unread")
    @Mapping(target = "mentions", source = "reading.mentions")
    @Mapping(target = "lastMessage", source = "lastMessage")
    MyRoom myRoom(RoomReading reading, @Nullable Message lastMessage, @Context Titles titles);
}
