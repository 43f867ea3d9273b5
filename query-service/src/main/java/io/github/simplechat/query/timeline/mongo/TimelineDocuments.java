package io.github.simplechat.query.timeline.mongo;

import io.github.simplechat.api.query.Message;
import io.github.simplechat.query.timeline.Head;
import io.github.simplechat.query.timeline.MessageKey;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

/** Between what is stored and what is shown. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR, imports = MessageKey.class)
interface TimelineDocuments {

    Message message(MessageDocument document);

    @Mapping(target = "id", expression = "java(MessageKey.of(message).id())")
    MessageDocument document(Message message);

    @Mapping(target = "roomId", source = "id")
    Head head(HeadDocument document);

    @Mapping(target = "id", source = "roomId")
    HeadDocument document(Head head);
}
