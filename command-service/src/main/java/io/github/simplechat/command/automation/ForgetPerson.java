package io.github.simplechat.command.automation;

import java.util.UUID;

/** Complete what an erased person's event decided. */
record ForgetPerson(UUID userId) {}
