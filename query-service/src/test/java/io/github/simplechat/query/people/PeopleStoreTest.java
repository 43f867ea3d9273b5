package io.github.simplechat.query.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.query.Notice;
import io.github.simplechat.query.people.memory.InMemoryPeopleStore;
import io.github.simplechat.query.people.mongo.MongoPeopleStore;
import io.github.simplechat.query.testing.TestMongo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PeopleStoreTest {

    abstract static class PeopleStoreContract {

        private static final Instant AT = Instant.parse("2026-11-22T06:00:00.123Z");
        private final UUID anna = UUID.randomUUID();
        private final UUID room = UUID.randomUUID();
        private final PeopleStore store = open();

        abstract PeopleStore open();

        private PersonEntry person(String username, String displayName) {
            return new PersonEntry(UUID.randomUUID(), 0, username, displayName);
        }

        private Notice notice(long version) {
            return new Notice(anna, version, "payment", "Paid", null, AT);
        }

        private void write(PersonEntry... people) {
            store.write(new PeopleChanges(List.of(people), List.of(), List.of()));
        }

        private void write(Notice... notices) {
            store.write(new PeopleChanges(List.of(), List.of(notices), List.of()));
        }

        @Test
        void what_was_written_is_read_as_it_was() {
            PersonEntry entry = new PersonEntry(anna, 0, "anna", "Anna");
            Map<String, Object> data = Map.of("a.b", 1, "$c", Map.of("d", List.of("e", true)));
            Notice notice = new Notice(anna, 4, "payment", "Paid", data, AT);
            InvitationEntry invitation = new InvitationEntry(anna, room, 5, room, AT, true);

            store.write(new PeopleChanges(List.of(entry), List.of(notice), List.of(invitation)));

            assertThat(store.people(List.of(anna, room))).containsOnly(Map.entry(anna, entry));
            assertThat(store.noticesAfter(anna, 0, 9)).containsExactly(notice);
            assertThat(store.invitations(List.of(invitation.key()))).containsValue(invitation);
        }

        @Test
        void people_are_found_by_the_beginning_of_either_name_in_any_case() {
            write(
                    person("cleo", "Beatrix"),
                    person("anna", "Zoe"),
                    person("bea", "Anna B."),
                    person("joanna", "Jo"));

            assertThat(usernames("AN", null, 9)).containsExactly("anna", "bea");
            assertThat(usernames("bea", null, 9)).containsExactly("bea", "cleo");
            assertThat(usernames("", null, 2)).containsExactly("anna", "bea");
            assertThat(usernames("", "bea", 9)).containsExactly("cleo", "joanna");
            assertThat(usernames(".", null, 9)).isEmpty();
        }

        private List<String> usernames(String query, @Nullable String after, int limit) {
            return store.search(query, after, limit).stream().map(PersonEntry::username).toList();
        }

        @Test
        void who_was_erased_is_there_without_names_and_is_not_found() {
            write(person("anna", "Anna"));
            PersonEntry erased = new PersonEntry(room, 7, null, null);
            write(erased);

            assertThat(store.people(List.of(room))).containsValue(erased);
            assertThat(usernames("", null, 9)).containsExactly("anna");
        }

        @Test
        void notices_are_read_in_both_directions() {
            write(notice(2), notice(5), notice(7), notice(9));
            write(new Notice(room, 6, "payment", "Other", null, AT));

            assertThat(versions(store.noticesBefore(anna, Long.MAX_VALUE, 2)))
                    .containsExactly(7L, 9L);
            assertThat(versions(store.noticesBefore(anna, 7, 9))).containsExactly(2L, 5L);
            assertThat(versions(store.noticesAfter(anna, 2, 2))).containsExactly(5L, 7L);
            assertThat(versions(store.noticesAfter(anna, 9, 2))).isEmpty();
        }

        private static List<Long> versions(List<Notice> notices) {
            return notices.stream().map(Notice::version).toList();
        }

        @Test
        void only_open_invitations_are_listed() {
            InvitationEntry open = new InvitationEntry(anna, room, 5, room, AT, true);
            InvitationEntry closed = new InvitationEntry(anna, anna, 6, room, AT, false);
            InvitationEntry reopened = new InvitationEntry(anna, anna, 4, room, AT, true);

            store.write(new PeopleChanges(List.of(), List.of(), List.of(open, closed)));
            store.write(new PeopleChanges(List.of(), List.of(), List.of(reopened)));

            assertThat(store.openInvitations(anna, null, 9)).containsExactly(open);
            assertThat(store.openInvitations(anna, room, 9)).isEmpty();
            assertThat(store.openInvitations(room, null, 9)).isEmpty();
        }

        @Test
        void what_was_told_to_somebody_who_was_erased_is_gone() {
            Notice others = new Notice(room, 6, "payment", "Other", null, AT);
            InvitationEntry invitation = new InvitationEntry(anna, room, 5, room, AT, false);
            write(notice(2), others);
            store.write(new PeopleChanges(List.of(), List.of(), List.of(invitation)));

            store.forget(List.of(anna));
            store.forget(List.of());

            assertThat(store.noticesAfter(anna, 0, 9)).isEmpty();
            assertThat(store.noticesAfter(room, 0, 9)).containsExactly(others);
            assertThat(store.invitations(List.of(invitation.key()))).isEmpty();
        }

        @Test
        void after_drop_nothing_is_left() {
            write(person("anna", "Anna"));
            write(notice(1));

            store.drop();

            assertThat(store.search("", null, 9)).isEmpty();
            assertThat(store.noticesAfter(anna, 0, 9)).isEmpty();
        }
    }

    @Nested
    class InMemory extends PeopleStoreContract {
        @Override
        PeopleStore open() {
            return new InMemoryPeopleStore();
        }
    }

    @Nested
    class OnTheEmbeddedStore extends PeopleStoreContract {
        @Override
        PeopleStore open() {
            return new MongoPeopleStore(TestMongo.embedded(), 1);
        }
    }

    @Nested
    class OnMongo extends PeopleStoreContract {
        @Override
        PeopleStore open() {
            return new MongoPeopleStore(TestMongo.real(), 1);
        }
    }
}
