-- From when on a person's access tokens are valid. A row matters for as long as a token may live.
CREATE TABLE access.revocation (
    person_id  uuid        NOT NULL PRIMARY KEY,
    valid_from timestamptz NOT NULL,
    noted_at   timestamptz NOT NULL
);
CREATE INDEX revocation_noted_at ON access.revocation (noted_at);
