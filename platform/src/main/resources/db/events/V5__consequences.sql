-- Whether anything else may have to be done because of an event. Who does such things reads these alone, and not all that is said.
-- Not known (null) of events that an older version has stored: they are read too.
ALTER TABLE events.event ADD COLUMN consequences boolean;
CREATE INDEX event_consequences ON events.event (position) WHERE consequences IS NOT FALSE;
