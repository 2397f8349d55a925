-- What the value is called that an alert is about: as it was when the alert began, and without anything that says who a customer is.
alter table alert add column group_name text;
