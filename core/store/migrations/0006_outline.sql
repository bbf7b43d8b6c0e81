-- What a list shows of a contact, in one place: a page of a list is then one row a person, wherever they lie in the file,
-- instead of ten. As everything in `finding` it derives from other tables, and is made with the rest of them.

-- Contact, addresses, wishes in force, the event of the latest meeting, promises; as core/store/src/outline.rs packs
-- them. Null for who was erased. What changes without the person changing, follow-ups and messages, is not in it.
ALTER TABLE finding ADD COLUMN outline BLOB;

-- Whoever was offered for deletion: few, so that the others need not be read to know it of them.
CREATE INDEX contact_offered ON contact (id, deletion_offer) WHERE deletion_offer IS NOT NULL;
