-- The rooms of a person without reading any of them. Subjects of 36 characters are ids: of a person who comes or goes, in a room's
-- feed, and of a room that was read, in a person's feed. What is said of messages has other subjects and is not in this index.
CREATE INDEX event_membership ON events.event (subject, feed_id) WHERE length(subject) = 36;

-- How far automations have followed the events. One that is new to an old installation begins with what comes next.
CREATE TABLE events.automation (
    name     text   NOT NULL PRIMARY KEY,
    position bigint NOT NULL
);
INSERT INTO events.automation (name, position)
SELECT 'when-message-sent-then-mention-people', coalesce(max(position), 0) FROM events.event;
