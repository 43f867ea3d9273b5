package io.github.simplechat.platform.eventstore;

import io.github.simplechat.api.Receipt;

/**
 * A claim and the answer that its request was given.
 *
 * @param claim the request
 * @param receipt the first answer, which every repetition gets
 */
public record ClaimedRequest(Claim claim, Receipt receipt) {}
