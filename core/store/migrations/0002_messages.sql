-- What is kept of messages, and the language to write to a person in.
--
-- Never the text of a message: `trace` holds what nearly the same text would be known by again, for 30 days. These rows
-- stay on this device, like what is learned from them: no outbox entry, and they are deleted with their contact.

CREATE TABLE message (
    seq            INTEGER PRIMARY KEY,
    id             BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    contact_id     BLOB    NOT NULL REFERENCES contact (id),
    channel        TEXT    NOT NULL REFERENCES channel (kind),
    state          TEXT    NOT NULL
        CHECK (state IN ('opened', 'sent', 'replied', 'no_answer', 'received', 'declined')),
    -- When the chat was opened, or the message sent or received.
    at_ms          INTEGER NOT NULL,
    -- When what came of it was noted, and the channel they answered on.
    answered_at_ms INTEGER,
    answered_on    TEXT    REFERENCES channel (kind),
    -- Another channel had been suggested.
    own_choice     INTEGER NOT NULL CHECK (own_choice IN (0, 1)),
    -- In what part of life they were met, and on what people write in their country: where it counts for what is learned.
    place          TEXT    NOT NULL CHECK (place IN ('event', 'work', 'private')),
    custom         TEXT    NOT NULL CHECK (custom IN ('mail', 'whatsapp', 'local_messenger')),
    -- Whether it still counts for what is learned: forgetting that keeps the history.
    counts         INTEGER NOT NULL CHECK (counts IN (0, 1)),
    trace          BLOB    CHECK (length(trace) % 4 = 0),
    -- Why it was sent against a warning.
    reason         TEXT
) STRICT;

CREATE INDEX message_by_contact ON message (contact_id, at_ms);
-- What is learned is counted from these columns alone.
CREATE INDEX message_counted ON message (at_ms, channel, custom, place, state, own_choice, counts) WHERE counts = 1;
CREATE INDEX message_traced ON message (at_ms) WHERE trace IS NOT NULL;

-- The language to write to them in, once the person chose one.
ALTER TABLE contact ADD COLUMN language TEXT CHECK (language IN ('en', 'fr', 'es', 'de', 'pt'));
