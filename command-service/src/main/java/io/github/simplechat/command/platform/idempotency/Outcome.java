package io.github.simplechat.command.platform.idempotency;

import io.github.simplechat.api.Receipt;

/**
 * What became of a command.
 *
 * @param receipt the answer, the first one when the request had come before
 * @param replayed whether it had come before, so that nothing happened now
 */
public record Outcome(Receipt receipt, boolean replayed) {}
