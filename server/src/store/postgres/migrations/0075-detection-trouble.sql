-- Since when detection has met trouble in the workspace: `preparing`, to say what is usual, or `hearing`. Null where it has none.
alter table detection
  add column trouble text,
  add column trouble_at timestamptz;
