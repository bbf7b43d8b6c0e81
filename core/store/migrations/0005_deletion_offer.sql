-- What became of the offer to delete a contact who was never followed up: null where it was never made. Each is offered
-- once, so the answer stays with the contact for ever.
ALTER TABLE contact ADD COLUMN deletion_offer TEXT
    CHECK (deletion_offer IN ('shown', 'kept')) CHECK (deletion_offer IS NULL OR deleted_ms IS NULL);
