package io.github.simplechat.api.query;

import java.util.UUID;

/** A person as others see them. */
public record Person(UUID userId, String username, String displayName) {}
