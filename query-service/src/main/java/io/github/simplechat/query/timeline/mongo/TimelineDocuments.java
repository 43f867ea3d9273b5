package io.github.simplechat.query.timeline.mongo;

import io.github.simplechat.api.query.Message;
import io.github.simplechat.query.timeline.Head;
import io.github.simplechat.query.timeline.MessageKey;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

/** Between what is stored and what is shown. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR, imports = MessageKey.class)
interface TimelineDocuments {

    @Mapping(target = "pinned", expression = "java(document.pinnedIn() != null)")
    Message message(MessageDocument document);

    @Mapping(target = "id", expression = "java(MessageKey.of(message).id())")
    @Mapping(target = "thread", expression = "java(thread(message))")
    @Mapping(target = "writtenBy", expression = "java(writtenBy(message))")
    @Mapping(target = "erased", expression = "java(message.erased() ? true : null)")
    @Mapping(target = "pinnedIn", expression = "java(pinnedIn(message))")
    MessageDocument document(Message message);

    @Mapping(target = "roomId", source = "id")
    Head head(HeadDocument document);

    @Mapping(target = "id", source = "roomId")
    HeadDocument document(Head head);

    default @Nullable String thread(Message message) {
        Long root = message.threadOf();
        return root == null ? null : new MessageKey(message.roomId(), root).id();
    }

    default @Nullable String writtenBy(Message message) {
        return message.tombstone() ? null : message.authorId().toString();
    }

    default @Nullable String pinnedIn(Message message) {
        return message.pinned() ? message.roomId().toString() : null;
    }
}
