-- A rule on what is missed looks at the tickets there are, in pages.
alter table alert_rule
  -- The last ticket that it has looked at; null where it has looked at all of them.
  add column seed_after text,
  -- By which version of its calendar.
  add column seeded_by integer;
