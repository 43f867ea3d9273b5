-- The event store. An event's place among all events (position) follows the commit order, because appends
-- hold one advisory lock until they commit; its place in its feed (version) is what clients count by.
CREATE TABLE events.event (
    position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    feed_id     uuid        NOT NULL,
    version     bigint      NOT NULL,
    subject     text,
    feed_type   text        NOT NULL,
    event_id    uuid        NOT NULL,
    type        text        NOT NULL,
    revision    text,
    recorded_at timestamptz NOT NULL,
    payload     bytea       NOT NULL,
    metadata    bytea       NOT NULL,
    CONSTRAINT event_feed_version UNIQUE (feed_id, version)
);

-- All events about one message or one member, without reading the feed.
CREATE INDEX event_subject ON events.event (feed_id, subject, version) WHERE subject IS NOT NULL;

CREATE TABLE events.snapshot (
    feed_id     uuid        NOT NULL PRIMARY KEY,
    version     bigint      NOT NULL,
    feed_type   text        NOT NULL,
    event_id    uuid        NOT NULL,
    type        text        NOT NULL,
    revision    text,
    recorded_at timestamptz NOT NULL,
    payload     bytea       NOT NULL,
    metadata    bytea       NOT NULL
);

-- Requests that have taken effect, by the idempotency key that their actor chose, with the answer they were given.
CREATE TABLE events.claim (
    actor_id    uuid        NOT NULL,
    claim_key   text        NOT NULL,
    digest      text        NOT NULL,
    feed_id     uuid        NOT NULL,
    version     bigint      NOT NULL,
    seq         bigint,
    accepted_at timestamptz NOT NULL,
    PRIMARY KEY (actor_id, claim_key)
);
