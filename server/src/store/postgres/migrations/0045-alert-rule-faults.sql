-- Why the rule could not be read when it was looked at last; null where it could.
alter table alert_rule add column fault text;
