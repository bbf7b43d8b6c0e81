-- Hours may be named without a wish for or against the channel: "calls after 18h" of somebody who prefers e-mail. And the
-- column of contact goes that has been empty since 0003.
--
-- A CHECK cannot be changed by a statement. Made anew, both tables would lie on other pages than in earlier files, where a
-- salvage looks for them whose list of tables is lost; so that what they are declared as is rewritten where it stands
-- (<https://www.sqlite.org/lang_altertable.html>, section 7: a CHECK may be taken out like this). No row becomes invalid by it.
PRAGMA writable_schema = ON;

UPDATE sqlite_schema
   SET sql = replace(sql, 'channel IS NOT NULL AND stance IS NOT NULL',
                          'channel IS NOT NULL AND (stance IS NOT NULL OR hours_from IS NOT NULL)')
 WHERE type = 'table' AND name = 'preference';

UPDATE sqlite_schema
   SET sql = replace(replace(sql, ' AND search_text = ''''', ''), '
    -- Everything that finds them, folded, a line each. Last, so that a profile is read without walking over it.', '')
 WHERE type = 'table' AND name = 'contact';

PRAGMA writable_schema = RESET;

-- Also tells every other connection that the schema is another one.
ALTER TABLE contact DROP COLUMN search_text;
