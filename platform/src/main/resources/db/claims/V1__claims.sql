-- Idempotency keys of requests whose events are in another store. A row is written before the events.

CREATE TABLE claims.claim (
    actor_id   uuid   NOT NULL,
    claim_key  text   NOT NULL,
    feed_id    uuid   NOT NULL,
    -- Where the events are to be looked for: none of them has a lower version. An event that carries the key is the
    -- truth; a row without one is an attempt that may still succeed, or never will.
    since      bigint,
    -- The answer, when there was nothing to append.
    answer     text,
    PRIMARY KEY (actor_id, claim_key),
    CHECK ((since IS NULL) <> (answer IS NULL))
);
