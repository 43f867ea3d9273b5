-- One row for each login. Its refresh token changes with every exchange and only the hash of the newest is kept, so
-- rows do not grow with use, and an older token of a session is known by not being the newest one.
DROP TABLE refresh_token;

CREATE TABLE login_session (
    id         uuid        NOT NULL PRIMARY KEY,
    account_id uuid        NOT NULL,
    token_hash varchar(64) NOT NULL,
    expires_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT login_session_account FOREIGN KEY (account_id) REFERENCES account (id)
);
CREATE INDEX login_session_account_id ON login_session (account_id);

-- A person of an outside issuer has no password here.
ALTER TABLE account ALTER COLUMN password_hash DROP NOT NULL;

-- Each key names the one that it succeeds, so of several nodes that make a successor at once only one can.
ALTER TABLE signing_key ADD COLUMN signs_from timestamp(3) with time zone;
ALTER TABLE signing_key ADD COLUMN successor_of varchar(64);
UPDATE signing_key SET signs_from = created_at, successor_of = id;
ALTER TABLE signing_key ALTER COLUMN signs_from SET NOT NULL;
ALTER TABLE signing_key ALTER COLUMN successor_of SET NOT NULL;
ALTER TABLE signing_key ADD CONSTRAINT signing_key_successor UNIQUE (successor_of);
