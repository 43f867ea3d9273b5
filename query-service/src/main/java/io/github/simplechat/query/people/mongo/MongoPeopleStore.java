package io.github.simplechat.query.people.mongo;

import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.github.simplechat.api.query.Notice;
import io.github.simplechat.query.people.InvitationEntry;
import io.github.simplechat.query.people.InvitationKey;
import io.github.simplechat.query.people.PeopleChanges;
import io.github.simplechat.query.people.PeopleStore;
import io.github.simplechat.query.people.PersonEntry;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.platform.Documents;
import io.github.simplechat.query.platform.SearchKey;
import io.github.simplechat.query.platform.mongo.MongoDocuments;
import io.github.simplechat.query.platform.mongo.MongoRange;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mapstruct.factory.Mappers;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** A generation of the people in three collections. */
public final class MongoPeopleStore implements PeopleStore {

    private static final PeopleDocuments SHAPES = Mappers.getMapper(PeopleDocuments.class);

    private final MongoDocuments<PersonDocument> people;
    private final MongoDocuments<NoticeDocument> notices;
    private final MongoDocuments<InvitationDocument> invitations;
    private final Documents all;

    /** Opens a generation, with its indexes. */
    public MongoPeopleStore(MongoOperations mongo, int generation) {
        String prefix = "people_" + generation + "_";
        people =
                new MongoDocuments<>(mongo, PersonDocument.class, prefix + "people")
                        .index("usernameKey")
                        .index("displayNameKey");
        notices =
                new MongoDocuments<>(mongo, NoticeDocument.class, prefix + "notices")
                        .index("userId", "version");
        invitations =
                new MongoDocuments<>(mongo, InvitationDocument.class, prefix + "invitations")
                        .index("userId", "roomId");
        all =
                Documents.joined(
                        Map.of("people", people, "notices", notices, "invitations", invitations));
    }

    @Override
    public Map<UUID, PersonEntry> people(Collection<UUID> userIds) {
        return people.load(userIds.stream().map(UUID::toString).toList()).stream()
                .map(SHAPES::person)
                .collect(toMap(PersonEntry::userId, Function.identity()));
    }

    @Override
    public Map<InvitationKey, InvitationEntry> invitations(Collection<InvitationKey> keys) {
        return invitations.load(keys.stream().map(InvitationKey::id).toList()).stream()
                .map(SHAPES::invitation)
                .collect(toMap(InvitationEntry::key, Function.identity()));
    }

    @Override
    public List<InvitationEntry> openInvitations(UUID userId, @Nullable UUID after, int limit) {
        Criteria wanted = where("userId").is(userId.toString()).and("open").is(true);
        if (after != null) {
            wanted = wanted.and("roomId").gt(after.toString());
        }
        Query query = Query.query(wanted).with(Sort.by("roomId")).limit(limit);
        return invitations.find(query).stream().map(SHAPES::invitation).toList();
    }

    @Override
    public List<PersonEntry> search(String prefix, @Nullable String after, int limit) {
        String key = SearchKey.of(prefix);
        Criteria wanted =
                new Criteria()
                        .orOperator(
                                MongoRange.beginningWith("usernameKey", key, null),
                                MongoRange.beginningWith("displayNameKey", key, null));
        if (after != null) {
            wanted = wanted.and("usernameKey").gt(after);
        }
        Query query = Query.query(wanted).with(Sort.by("usernameKey")).limit(limit);
        return people.find(query).stream().map(SHAPES::person).toList();
    }

    @Override
    public List<Notice> noticesBefore(UUID userId, long version, int limit) {
        Criteria wanted = where("userId").is(userId.toString()).and("version").lt(version);
        return notices(wanted, Sort.by("version").descending(), limit).reversed();
    }

    @Override
    public List<Notice> noticesAfter(UUID userId, long version, int limit) {
        Criteria wanted = where("userId").is(userId.toString()).and("version").gt(version);
        return notices(wanted, Sort.by("version"), limit);
    }

    private List<Notice> notices(Criteria wanted, Sort order, int limit) {
        return notices.find(Query.query(wanted).with(order).limit(limit)).stream()
                .map(SHAPES::notice)
                .toList();
    }

    @Override
    public void write(PeopleChanges changes) {
        people.write(changes.people().stream().map(SHAPES::document).toList());
        notices.write(changes.notices().stream().map(SHAPES::document).toList());
        invitations.write(changes.invitations().stream().map(SHAPES::document).toList());
    }

    @Override
    public void forget(Collection<UUID> userIds) {
        if (!userIds.isEmpty()) {
            Criteria theirs = where("userId").in(userIds.stream().map(UUID::toString).toList());
            notices.remove(theirs);
            invitations.remove(theirs);
        }
    }

    @Override
    public Contents contents() {
        return all;
    }

    @Override
    public void drop() {
        all.drop();
    }
}
