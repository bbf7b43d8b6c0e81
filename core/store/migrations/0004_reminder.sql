-- What the system was given, and a ledger that says how each follow-up reached the person.

-- iOS: the requests that this installation handed over and was told are there. Never carried to another device.
CREATE TABLE handed_over (
    follow_up_id BLOB    NOT NULL PRIMARY KEY REFERENCES follow_up (id),
    generation   INTEGER NOT NULL CHECK (generation BETWEEN 0 AND 4294967295),
    fire_ms      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The ledger anew: a CHECK cannot be widened in place. Every line is carried over, in its order.
DROP TRIGGER ledger_is_never_changed;
DROP TRIGGER ledger_is_never_cut;
DROP INDEX ledger_by_follow_up;
ALTER TABLE ledger RENAME TO ledger_before;

CREATE TABLE ledger (
    seq          INTEGER PRIMARY KEY,
    follow_up_id BLOB    NOT NULL REFERENCES follow_up (id),
    generation   INTEGER NOT NULL CHECK (generation BETWEEN 0 AND 4294967295),
    event        TEXT    NOT NULL
        CHECK (event IN ('planned', 'shown', 'snoozed', 'done', 'let_go', 'undone', 'contact_gone', 'handed_over', 'taken_back', 'presumed', 'seen_in_inbox', 'inbox_only', 'restored', 'swiped_away')),
    -- The civil moment from then on, where the event sets it: with it the ledger alone tells the whole story.
    due          TEXT,
    at_ms        INTEGER NOT NULL,
    hlc          INTEGER NOT NULL
) STRICT;

-- Of the moments only the one in force is known.
INSERT INTO ledger (seq, follow_up_id, generation, event, due, at_ms, hlc)
    SELECT l.seq, l.follow_up_id, l.generation, l.event,
           CASE WHEN l.event IN ('planned', 'snoozed', 'undone') AND l.generation = f.generation THEN f.due END,
           l.at_ms, l.hlc
    FROM ledger_before l JOIN follow_up f ON f.id = l.follow_up_id;
DROP TABLE ledger_before;

CREATE INDEX ledger_by_follow_up ON ledger (follow_up_id);

CREATE TRIGGER ledger_is_never_changed BEFORE UPDATE ON ledger
BEGIN
    SELECT RAISE(ABORT, 'the ledger is only ever added to');
END;
CREATE TRIGGER ledger_is_never_cut BEFORE DELETE ON ledger
BEGIN
    SELECT RAISE(ABORT, 'the ledger is only ever added to');
END;
