-- How far erasures have been followed. Beside the keys and not beside the events, so that whoever brings back older keys
-- brings back an older place too, and who was erased since is erased again.
CREATE TABLE personal.automation (
    name     text   NOT NULL PRIMARY KEY,
    position bigint NOT NULL
);
