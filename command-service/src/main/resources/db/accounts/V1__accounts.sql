-- People's accounts and what goes with them. Portable SQL: no type or clause of one database alone.
CREATE TABLE account (
    id            uuid         NOT NULL PRIMARY KEY,
    username      varchar(64)  NOT NULL,
    display_name  varchar(100) NOT NULL,
    password_hash varchar(255) NOT NULL,
    roles         varchar(100) NOT NULL,
    created_at    timestamp(3) with time zone NOT NULL,
    CONSTRAINT account_username UNIQUE (username)
);

CREATE TABLE refresh_token (
    token_hash varchar(64) NOT NULL PRIMARY KEY,
    family_id  uuid        NOT NULL,
    account_id uuid        NOT NULL,
    expires_at timestamp(3) with time zone NOT NULL,
    used       boolean     NOT NULL,
    CONSTRAINT refresh_token_account FOREIGN KEY (account_id) REFERENCES account (id)
);
CREATE INDEX refresh_token_family ON refresh_token (family_id);

CREATE TABLE signing_key (
    id          varchar(64)   NOT NULL PRIMARY KEY,
    private_key varchar(2000) NOT NULL,
    public_key  varchar(2000) NOT NULL,
    created_at  timestamp(3) with time zone NOT NULL
);
