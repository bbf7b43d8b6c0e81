-- The first schema. Applied in one transaction, together with `user_version`; a released file is never edited again.
--
-- In every table:
--   seq         order of insertion on this device; never leaves it, so that order on screen does not hang on an id
--   id          UUID, 16 bytes, the same on every device
--   *_ms        an instant, milliseconds since 1970-01-01T00:00:00Z
--   hlc         hybrid logical clock of the write that changed the row last: milliseconds << 16 | counter
--   deleted_ms  when the row became a tombstone. A tombstone holds no content, and CHECK constraints say so.
--
-- ANALYZE and PRAGMA optimize are never run: they copy samples of indexed columns (names) into sqlite_stat4, where
-- erasing a person would not find them.

-- The channels that this version knows. A table and not a CHECK: a later version adds a row without rebuilding anything.
CREATE TABLE channel (
    kind TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

INSERT INTO channel (kind) VALUES
    ('email'), ('phone'), ('sms'), ('whatsapp'), ('linkedin'), ('x'), ('facebook'), ('slack'), ('teams'), ('skype'),
    ('telegram'), ('signal'), ('instagram'), ('threads'), ('discord'), ('wechat'), ('line'), ('bluesky'), ('mastodon');

CREATE TABLE event (
    seq          INTEGER PRIMARY KEY,
    id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    name         TEXT    NOT NULL,
    name_folded  TEXT    NOT NULL,
    last_used_ms INTEGER NOT NULL,
    hlc          INTEGER NOT NULL,
    deleted_ms   INTEGER,
    CHECK (deleted_ms IS NULL OR (name = '' AND name_folded = ''))
) STRICT;

-- "RustConf" and "rustconf" are one event.
CREATE UNIQUE INDEX event_by_name ON event (name_folded) WHERE deleted_ms IS NULL;
CREATE INDEX event_by_use ON event (last_used_ms) WHERE deleted_ms IS NULL;

CREATE TABLE contact (
    seq         INTEGER PRIMARY KEY,
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    name        TEXT    NOT NULL,
    name_sure   INTEGER NOT NULL CHECK (name_sure IN (0, 1)),
    org         TEXT,
    role        TEXT,
    met_at_ms   INTEGER NOT NULL,
    hlc         INTEGER NOT NULL,
    deleted_ms  INTEGER,
    name_folded TEXT    NOT NULL,
    -- Everything that finds them, folded, a line each. Last, so that a profile is read without walking over it.
    search_text TEXT    NOT NULL,
    CHECK (deleted_ms IS NULL OR (name = '' AND name_folded = '' AND search_text = '' AND org IS NULL AND role IS NULL))
) STRICT;

-- Pages of the list of people; covering, so that a page touches nothing else. `deleted_ms` is in both although always
-- null there: SQLite takes an index for covering only if it holds the columns of the condition too.
CREATE INDEX contact_recent ON contact (met_at_ms, id, deleted_ms) WHERE deleted_ms IS NULL;
-- A person named in full; covering, so that the search by words of the name stays within it.
CREATE INDEX contact_by_name ON contact (name_folded, met_at_ms, id, deleted_ms) WHERE deleted_ms IS NULL;

CREATE TABLE address (
    seq        INTEGER PRIMARY KEY,
    id         BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    contact_id BLOB    NOT NULL REFERENCES contact (id),
    kind       TEXT    REFERENCES channel (kind),
    key        TEXT,
    display    TEXT,
    mark       TEXT    CHECK (mark IN ('number_not_in_use')),
    provenance TEXT    NOT NULL CHECK (provenance IN ('told', 'card', 'scanned', 'imported', 'guessed')),
    consent    TEXT    NOT NULL CHECK (consent IN ('given', 'unknown', 'refused')),
    sphere     TEXT    NOT NULL CHECK (sphere IN ('work', 'private', 'unknown')),
    hlc        INTEGER NOT NULL,
    deleted_ms INTEGER,
    CHECK (CASE WHEN deleted_ms IS NULL
                THEN kind IS NOT NULL AND key IS NOT NULL AND display IS NOT NULL
                ELSE kind IS NULL AND key IS NULL AND display IS NULL AND mark IS NULL END)
) STRICT;

CREATE UNIQUE INDEX address_once ON address (contact_id, kind, key) WHERE deleted_ms IS NULL;

CREATE TABLE preference (
    seq           INTEGER PRIMARY KEY,
    id            BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    contact_id    BLOB    NOT NULL REFERENCES contact (id),
    channel       TEXT    REFERENCES channel (kind),
    stance        TEXT    CHECK (stance IN ('preferred', 'refused')),
    -- Hours of the contact's day, 'HH:MM'.
    hours_from    TEXT    CHECK (hours_from GLOB '[0-2][0-9]:[0-5][0-9]'),
    hours_until   TEXT    CHECK (hours_until GLOB '[0-2][0-9]:[0-5][0-9]'),
    learned_at_ms INTEGER NOT NULL,
    provenance    TEXT    NOT NULL CHECK (provenance IN ('told', 'card', 'scanned', 'imported', 'guessed')),
    -- When a later wish about the same channel took its place; it stays as history.
    superseded_ms INTEGER,
    hlc           INTEGER NOT NULL,
    deleted_ms    INTEGER,
    CHECK ((hours_from IS NULL) = (hours_until IS NULL)),
    CHECK (CASE WHEN deleted_ms IS NULL
                THEN channel IS NOT NULL AND stance IS NOT NULL
                ELSE channel IS NULL AND stance IS NULL AND hours_from IS NULL END)
) STRICT;

-- One wish a channel is in force.
CREATE UNIQUE INDEX preference_in_force ON preference (contact_id, channel)
    WHERE superseded_ms IS NULL AND deleted_ms IS NULL;
CREATE INDEX preference_by_contact ON preference (contact_id);

CREATE TABLE encounter (
    seq        INTEGER PRIMARY KEY,
    id         BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    contact_id BLOB    NOT NULL REFERENCES contact (id),
    event_id   BLOB    REFERENCES event (id),
    met_at_ms  INTEGER NOT NULL,
    mode       TEXT    NOT NULL CHECK (mode IN ('typed', 'dictated', 'pasted', 'scanned')),
    hlc        INTEGER NOT NULL,
    deleted_ms INTEGER,
    notes      TEXT    NOT NULL,
    -- The line exactly as it was entered.
    raw_line   TEXT    NOT NULL,
    CHECK (deleted_ms IS NULL OR (notes = '' AND raw_line = '' AND event_id IS NULL))
) STRICT;

CREATE INDEX encounter_by_contact ON encounter (contact_id, met_at_ms);
CREATE INDEX encounter_by_event ON encounter (event_id) WHERE event_id IS NOT NULL;

CREATE TABLE promise (
    seq          INTEGER PRIMARY KEY,
    id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    encounter_id BLOB    NOT NULL REFERENCES encounter (id),
    promised_by  TEXT    NOT NULL CHECK (promised_by IN ('me', 'them')),
    what         TEXT    NOT NULL,
    kept         INTEGER NOT NULL CHECK (kept IN (0, 1)),
    hlc          INTEGER NOT NULL,
    deleted_ms   INTEGER,
    CHECK (deleted_ms IS NULL OR what = '')
) STRICT;

CREATE INDEX promise_by_encounter ON promise (encounter_id);

-- The one reminder of an encounter. No column can express recurrence, and none will be added.
CREATE TABLE follow_up (
    seq            INTEGER PRIMARY KEY,
    id             BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    contact_id     BLOB    NOT NULL REFERENCES contact (id),
    encounter_id   BLOB    NOT NULL REFERENCES encounter (id),
    -- Civil time without a zone, 'YYYY-MM-DDTHH:MM': sorts as text, and means what the clock on the wall shows.
    due            TEXT    NOT NULL
        CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
    -- Counts deliberate snoozes; with the id the key by which an action is applied once.
    generation     INTEGER NOT NULL CHECK (generation BETWEEN 0 AND 4294967295),
    state          TEXT    NOT NULL CHECK (state IN ('planned', 'delivered', 'acted', 'closed')),
    state_at_ms    INTEGER,
    closed_because TEXT    CHECK (closed_because IN ('let_go', 'contact_gone')),
    created_at_ms  INTEGER NOT NULL,
    hlc            INTEGER NOT NULL,
    deleted_ms     INTEGER,
    CHECK ((state = 'planned') = (state_at_ms IS NULL)),
    CHECK ((state = 'closed') = (closed_because IS NOT NULL))
) STRICT;

-- At most one open follow-up a contact: a constraint of the file, not a habit of the program.
CREATE UNIQUE INDEX follow_up_one_open ON follow_up (contact_id) WHERE state IN ('planned', 'delivered');
CREATE INDEX follow_up_open_by_due ON follow_up (due, id) WHERE state IN ('planned', 'delivered');
-- What was shown stays open and is older than what waits: the next one to wait for must not be searched among them.
CREATE INDEX follow_up_planned_by_due ON follow_up (due, id) WHERE state = 'planned';
CREATE INDEX follow_up_by_contact ON follow_up (contact_id);

-- A tombstone owes nothing and is owed nothing: nobody can be reminded of a person who was erased.
CREATE TRIGGER follow_up_needs_contact_insert BEFORE INSERT ON follow_up
WHEN NEW.state IN ('planned', 'delivered')
 AND EXISTS (SELECT 1 FROM contact WHERE id = NEW.contact_id AND deleted_ms IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'the contact was erased');
END;
CREATE TRIGGER follow_up_needs_contact_update BEFORE UPDATE ON follow_up
WHEN NEW.state IN ('planned', 'delivered')
 AND EXISTS (SELECT 1 FROM contact WHERE id = NEW.contact_id AND deleted_ms IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'the contact was erased');
END;

-- What happened to each follow-up, in order; only ever added to.
CREATE TABLE ledger (
    seq          INTEGER PRIMARY KEY,
    follow_up_id BLOB    NOT NULL REFERENCES follow_up (id),
    generation   INTEGER NOT NULL CHECK (generation BETWEEN 0 AND 4294967295),
    event        TEXT    NOT NULL
        CHECK (event IN ('planned', 'shown', 'snoozed', 'done', 'let_go', 'undone', 'contact_gone')),
    at_ms        INTEGER NOT NULL,
    hlc          INTEGER NOT NULL
) STRICT;

CREATE INDEX ledger_by_follow_up ON ledger (follow_up_id);

CREATE TRIGGER ledger_is_never_changed BEFORE UPDATE ON ledger
BEGIN
    SELECT RAISE(ABORT, 'the ledger is only ever added to');
END;
CREATE TRIGGER ledger_is_never_cut BEFORE DELETE ON ledger
BEGIN
    SELECT RAISE(ABORT, 'the ledger is only ever added to');
END;

-- What a later sync has to send: one row a changed entity a write, without content. The key is the order of sending.
CREATE TABLE outbox (
    hlc       INTEGER NOT NULL,
    entity    TEXT    NOT NULL
        CHECK (entity IN ('contact', 'address', 'preference', 'encounter', 'event', 'promise', 'follow_up')),
    entity_id BLOB    NOT NULL CHECK (length(entity_id) = 16),
    PRIMARY KEY (hlc, entity, entity_id)
) STRICT, WITHOUT ROWID;

-- What can still be taken back. On this device only.
CREATE TABLE undo (
    seq        INTEGER PRIMARY KEY,
    token      BLOB    NOT NULL UNIQUE CHECK (length(token) = 16),
    contact_id BLOB    NOT NULL REFERENCES contact (id),
    what       TEXT    NOT NULL,
    expires_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX undo_by_contact ON undo (contact_id);

-- What the numbers of the last list in a terminal mean. On this device only.
CREATE TABLE listing (
    position   INTEGER PRIMARY KEY,
    contact_id BLOB NOT NULL REFERENCES contact (id)
) STRICT;

-- Settings, and under 'store.' what the store keeps for itself: the id of this installation, the clock's last value.
CREATE TABLE settings (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
