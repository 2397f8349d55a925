-- What is applied to a running cycle does not fix its policy any more, and clocks wait for a policy that comes to match: the
-- clocks of all tickets are run once more, in the background.
insert into reclock (workspace_id, scope) select workspace_id, 'all' from workspace;
