-- The alerts by which an incident calls people: found when it is over, and for its timeline.
create index alert_of_incident on alert (workspace_id, (figure->'happened'->'data'->>'incident'))
  where figure->'happened'->'data'->>'incident' is not null;
