package io.github.simplechat.loadtest.crash;

/**
 * A message that the service has acknowledged.
 *
 * @param senderId who said it
 * @param key its idempotency key, the same in all attempts
 * @param text no other message has it
 * @param attempts how often it was sent until there was an answer
 */
record Acknowledged(
        String senderId,
        String roomId,
        String key,
        String text,
        long seq,
        long version,
        int attempts) {}
