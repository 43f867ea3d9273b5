-- The members of a room without reading what was said in it: the same rows as of event_membership, by room.
CREATE INDEX event_member ON events.event (feed_id, subject, version) WHERE length(subject) = 36;
