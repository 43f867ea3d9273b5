package io.github.simplechat.query.people.mongo;

import io.github.simplechat.api.query.Notice;
import io.github.simplechat.platform.json.ChatJson;
import io.github.simplechat.query.people.InvitationEntry;
import io.github.simplechat.query.people.PersonEntry;
import io.github.simplechat.query.platform.SearchKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;
import tools.jackson.core.type.TypeReference;

/** Between what is stored and what is shown. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
interface PeopleDocuments {

    @Mapping(target = "userId", source = "id")
    PersonEntry person(PersonDocument document);

    @Mapping(target = "id", source = "userId")
    @Mapping(target = "usernameKey", expression = "java(key(person.username()))")
    @Mapping(target = "displayNameKey", expression = "java(key(person.displayName()))")
    PersonDocument document(PersonEntry person);

    InvitationEntry invitation(InvitationDocument document);

    @Mapping(target = "id", expression = "java(invitation.key().id())")
    InvitationDocument document(InvitationEntry invitation);

    Notice notice(NoticeDocument document);

    @Mapping(target = "id", expression = "java(notice.userId() + \":\" + notice.version())")
    NoticeDocument document(Notice notice);

    @Named("key")
    default @Nullable String key(@Nullable String name) {
        return name == null ? null : SearchKey.of(name);
    }

    default @Nullable String json(@Nullable Map<String, Object> data) {
        return data == null ? null : ChatJson.mapper().writeValueAsString(data);
    }

    default @Nullable Map<String, Object> data(@Nullable String json) {
        return json == null
                ? null
                : ChatJson.mapper().readValue(json, new TypeReference<Map<String, Object>>() {});
    }
}
