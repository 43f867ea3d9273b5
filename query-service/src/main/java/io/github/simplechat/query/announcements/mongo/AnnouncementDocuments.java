package io.github.simplechat.query.announcements.mongo;

import io.github.simplechat.api.query.Announcement;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

/** Between what is stored and what is shown. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
interface AnnouncementDocuments {

    Announcement announcement(AnnouncementDocument document);

    @Mapping(target = "id", source = "version")
    AnnouncementDocument document(Announcement announcement);
}
