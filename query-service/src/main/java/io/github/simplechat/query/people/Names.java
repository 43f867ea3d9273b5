package io.github.simplechat.query.people;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What some people are called.
 *
 * @param people those of them who are known
 */
public record Names(Map<UUID, PersonEntry> people) {

    /** The names of some people, with one question to the store. */
    public static Names of(PeopleStore people, List<UUID> userIds) {
        return new Names(people.people(userIds));
    }

    /** What somebody is called; null while they are not known, and once they were erased. */
    public @Nullable String of(UUID userId) {
        PersonEntry person = people.get(userId);
        return person == null ? null : person.displayName();
    }
}
