-- What keeps pages by name and the offer to forget from taking longer the more people there are.

-- Nothing asks it any more. First, so that its page is used again.
DROP INDEX contact_offered;

-- The index holds what a row shows: people who stand side by side by name lie anywhere in the table.
DROP INDEX finding_by_name;
CREATE INDEX finding_by_name ON finding (name_order, contact_seq, name_order_es, outline) WHERE name_order IS NOT NULL;

-- Of whom no follow-up tells, as the line asked for none. As everything in `finding` it derives from other tables; it may
-- name somebody of whom one tells since, so whoever asks looks again.
CREATE TABLE never_reminded (
    contact_seq INTEGER PRIMARY KEY
) STRICT;

INSERT INTO never_reminded (contact_seq)
    SELECT seq FROM contact c WHERE deleted_ms IS NULL
    AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.contact_id = c.id AND f.closed_because IS NOT 'contact_gone');

CREATE INDEX promise_kept ON promise (encounter_id) WHERE kept = 1;
