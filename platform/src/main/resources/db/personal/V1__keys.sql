-- The key that a person's text is sealed with. An erased person keeps a row without a key, so that nobody makes
-- another one, and so that a key that is lost is not taken for one that was erased.
CREATE TABLE personal.key (
    person_id uuid        NOT NULL PRIMARY KEY,
    secret    bytea,
    erased_at timestamptz,
    CONSTRAINT key_or_erased CHECK ((secret IS NULL) = (erased_at IS NOT NULL))
);
CREATE INDEX key_erased_at ON personal.key (erased_at) WHERE erased_at IS NOT NULL;
