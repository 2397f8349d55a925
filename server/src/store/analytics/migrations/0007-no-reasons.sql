-- A reason is typed by people and may name a customer, whom the facts could not be made to forget; nothing counts by it.
alter table {{escalation_fact}} drop column if exists reason;
