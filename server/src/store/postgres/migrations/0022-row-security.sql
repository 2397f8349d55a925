-- The wall between workspaces (docs/adr/0031-a-wall-between-workspaces-in-the-database.md). Called again after every migration, so
-- that a table cannot come without it. The owner, who migrates, imports and loads, passes; the role `<owner>_tenant` sees of each
-- table that has a workspace_id the rows of the workspace its connection is set to, and none while it is set to none.
create function raise_walls() returns boolean language plpgsql as $$
declare
  home constant text := current_schema;
  tenant constant text := current_user || '_tenant';
  own constant text := $sql$workspace_id = (select current_setting('watchdesk.workspace', true))$sql$;
  one text;
begin
  for one in
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
    where c.relnamespace = home::regnamespace and c.relkind in ('r', 'p')
      and not (c.relrowsecurity and exists (select from pg_policy where polrelid = c.oid))
  loop
    execute format('alter table %I.%I enable row level security', home, one);
    execute format('create policy own_workspace on %I.%I using (%s)', home, one, own);
  end loop;

  -- An owner who may make neither goes on without; `doctor` says so.
  begin
    if not exists (select from pg_roles where rolname = tenant) then
      execute format('create role %I nologin', tenant);
      execute format('grant %I to %I', tenant, current_user);
    end if;
    create schema if not exists tenant;
  exception
    when insufficient_privilege then return false;
    when duplicate_object or unique_violation then null; -- for another database, this very moment
  end;
  if not pg_has_role(current_user, tenant, 'member') then return false; end if;
  create schema if not exists tenant;
  execute format('grant usage on schema %I to %I', home, tenant);
  execute format('grant select, insert, update, delete on all tables in schema %I to %I', home, tenant);

  -- A policy is a barrier: behind it no index serves a condition that might tell of rows it is asked about, as the words of subjects,
  -- the numbers of tickets and the keys of names in a json do. Where we ask so, the tenant finds a view in the place of the table, which says
  -- the same and is no barrier.
  foreach one in array array['ticket', 'personal_data', 'directory', 'event_log'] loop
    execute format('revoke all on %I.%I from %I', home, one, tenant);
    execute format('create or replace view tenant.%1$I as select * from %2$I.%1$I where %3$s with check option', one, home, own);
  end loop;
  execute format('grant usage on schema tenant to %I', tenant);
  execute format('grant select, insert, update, delete on all tables in schema tenant to %I', tenant);
  return true;
end $$;
