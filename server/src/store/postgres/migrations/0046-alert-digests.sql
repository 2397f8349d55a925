-- How many alerts of the rule became known too late, and are still to be told in one digest.
alter table alert_rule add column untold integer not null default 0;
create index alert_rule_untold on alert_rule (workspace_id) where untold > 0;
