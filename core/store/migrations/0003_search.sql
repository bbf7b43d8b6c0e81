-- What finds people and puts them in order: all of it derived from the other tables, in the transaction that changes
-- them, and made anew when the program spells differently than the one that wrote it ('store.derived' in settings).

-- The texts that find a contact, plainly spelled. A person who was erased keeps an empty row, so that an index in memory
-- hears of it, also one in another process. On this device only: nothing of it is exported.
CREATE TABLE finding (
    contact_seq   INTEGER PRIMARY KEY,
    -- Counts the writes: what an index in memory has not seen yet has a greater number.
    written       INTEGER NOT NULL,
    -- Every meeting, milliseconds, the latest first; one space apart.
    met           TEXT    NOT NULL,
    -- The channels they can be reached on or prefer, one space apart.
    channels      TEXT    NOT NULL,
    -- Name, organisation, role, events and addresses, a line each; what is spelled in several ways stands in each of
    -- them, a tab apart. Short: it is held in memory.
    short         TEXT    NOT NULL,
    notes         TEXT    NOT NULL,
    promises      TEXT    NOT NULL,
    -- What the name sorts by, after all others for who has none; null for who was erased.
    name_order    TEXT,
    -- The same in Spanish, where that is another place.
    name_order_es TEXT
) STRICT;

CREATE INDEX finding_by_write ON finding (written);
CREATE INDEX finding_by_name ON finding (name_order, contact_seq, name_order_es) WHERE name_order IS NOT NULL;
CREATE INDEX finding_by_name_es ON finding (name_order_es, contact_seq) WHERE name_order_es IS NOT NULL;

-- The long texts, by the beginnings and the insides of their words. Contentless, as `finding` has the texts: a row is
-- taken out by saying it again. 'secure-delete' takes the words out at once instead of leaving them until a merge.
CREATE VIRTUAL TABLE finding_words USING fts5 (
    notes, promises, content = '', tokenize = 'ascii', detail = 'column', columnsize = 0
);
INSERT INTO finding_words (finding_words, rank) VALUES ('secure-delete', 1);

-- Who was met at which event, in the order of the list: the event noted last first (its seq), there whom one met last.
-- 0 stands for no event.
CREATE TABLE met_there (
    event_seq   INTEGER NOT NULL,
    met_at_ms   INTEGER NOT NULL,
    contact_seq INTEGER NOT NULL,
    PRIMARY KEY (event_seq, met_at_ms, contact_seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX met_there_by_contact ON met_there (contact_seq);

-- How many people each event has, and under -1 how many there are: counting them would take longer the more there are.
CREATE TABLE tally (
    event_seq INTEGER PRIMARY KEY,
    people    INTEGER NOT NULL
) STRICT;

INSERT INTO tally (event_seq, people) VALUES (-1, 0);

CREATE TRIGGER met_there_counts_one_more AFTER INSERT ON met_there
BEGIN
    INSERT INTO tally (event_seq, people) VALUES (NEW.event_seq, 1)
        ON CONFLICT (event_seq) DO UPDATE SET people = people + 1;
END;
CREATE TRIGGER met_there_counts_one_less AFTER DELETE ON met_there
BEGIN
    UPDATE tally SET people = people - 1 WHERE event_seq = OLD.event_seq;
    DELETE FROM tally WHERE event_seq = OLD.event_seq AND people = 0;
END;
CREATE TRIGGER contact_counts_one_more AFTER INSERT ON contact WHEN NEW.deleted_ms IS NULL
BEGIN
    UPDATE tally SET people = people + 1 WHERE event_seq = -1;
END;
CREATE TRIGGER contact_counts_one_less AFTER UPDATE OF deleted_ms ON contact
WHEN OLD.deleted_ms IS NULL AND NEW.deleted_ms IS NOT NULL
BEGIN
    UPDATE tally SET people = people - 1 WHERE event_seq = -1;
END;
UPDATE tally SET people = (SELECT count(*) FROM contact WHERE deleted_ms IS NULL) WHERE event_seq = -1;

-- It held what `finding` now holds, and stays empty.
UPDATE contact SET search_text = '' WHERE search_text <> '';
