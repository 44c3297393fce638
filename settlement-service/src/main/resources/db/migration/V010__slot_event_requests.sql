-- Who asked for an event and why. Events that nobody asked for have neither.
ALTER TABLE slot_events
  ADD COLUMN IF NOT EXISTS request_id uuid,
  ADD COLUMN IF NOT EXISTS reason varchar(500)
