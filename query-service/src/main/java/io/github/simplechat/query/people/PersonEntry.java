package io.github.simplechat.query.people;

import java.util.UUID;

/** A person. Fed by the person. */
public record PersonEntry(UUID userId, long version, String username, String displayName) {}
