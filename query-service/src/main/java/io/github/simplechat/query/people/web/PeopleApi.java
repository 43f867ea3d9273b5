package io.github.simplechat.query.people.web;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.api.query.Page;
import io.github.simplechat.api.query.Person;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.query.people.PeopleStore;
import io.github.simplechat.query.people.PersonEntry;
import io.github.simplechat.query.platform.SearchKey;
import io.github.simplechat.query.platform.VersionGate;
import io.github.simplechat.query.platform.web.Cursor;
import io.github.simplechat.query.platform.web.Lists;
import io.github.simplechat.query.platform.web.Versioned;
import io.github.simplechat.query.rebuild.ServedProjection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mapstruct.factory.Mappers;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People as others see them. */
@RestController
@RequestMapping("/v1")
@Tag(name = "People")
final class PeopleApi {

    private static final PersonShapes SHAPES = Mappers.getMapper(PersonShapes.class);
    private static final int LONGEST_QUERY = 100;

    private final ServedProjection<PeopleStore> people;
    private final FeedReader feeds;

    PeopleApi(ServedProjection<PeopleStore> people, FeedReader feeds) {
        this.people = people;
        this.feeds = feeds;
    }

    @GetMapping("/me")
    @Operation(summary = "The caller")
    ResponseEntity<Person> me(@AuthenticationPrincipal Caller caller) {
        return Versioned.digested(find(caller.userId()));
    }

    @GetMapping("/users/{userId}")
    @Operation(summary = "A person")
    ResponseEntity<Person> person(@PathVariable UUID userId) {
        return Versioned.digested(find(userId));
    }

    @GetMapping("/users")
    @Operation(summary = "The people whose username or display name begins with the query")
    ResponseEntity<Page<Person>> search(
            @RequestParam(defaultValue = "") @Size(max = LONGEST_QUERY) String query,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Limits.PAGE) int limit) {
        return Versioned.digested(
                Lists.page(
                        people.store().search(query, Cursor.place(after), limit + 1),
                        limit,
                        person -> SearchKey.of(Objects.requireNonNull(person.username())),
                        shown -> shown.stream().map(SHAPES::person).toList(),
                        0));
    }

    private Person find(UUID userId) {
        PersonEntry person = stored(userId).orElseGet(() -> awaitRegistered(userId));
        if (person.isErased()) {
            throw notFound();
        }
        return SHAPES.person(person);
    }

    private Optional<PersonEntry> stored(UUID userId) {
        return Optional.ofNullable(people.store().people(Set.of(userId)).get(userId));
    }

    /** Somebody who registered is there in a moment; somebody who never did is not found. */
    private PersonEntry awaitRegistered(UUID userId) {
        boolean registered =
                feeds.read(userId, FeedReader.NO_VERSION, 1).stream()
                        .anyMatch(first -> first.event() instanceof PersonRegistered);
        if (!registered) {
            throw notFound();
        }
        return VersionGate.await(() -> stored(userId), PersonEntry::version, 0);
    }

    private static Rejection notFound() {
        return new Rejection(Reason.PERSON_NOT_FOUND, "There is no such person.");
    }
}
