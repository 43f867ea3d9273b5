package io.github.simplechat.command.room.web;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.command.platform.idempotency.Outcome;
import io.github.simplechat.command.platform.web.Answers;
import java.util.UUID;
import org.springframework.http.ResponseEntity;

/**
 * The answer to a change of a message.
 *
 * @param version the room's version after it
 */
record MessageAnswer(UUID roomId, long seq, long version) {

    static ResponseEntity<MessageAnswer> of(Outcome outcome) {
        Receipt receipt = outcome.receipt();
        return Answers.ok(
                outcome, new MessageAnswer(receipt.feedId(), seq(receipt), receipt.version()));
    }

    static long seq(Receipt receipt) {
        Long seq = receipt.seq();
        return seq == null ? 0 : seq;
    }
}
