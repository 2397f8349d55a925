-- Through whose provider a session was opened; null for any other way. Asked by whichever workspace: behind the wall another's looks like none.
do $do$ begin
  execute format(
    $make$create function opened_through(session_id uuid) returns text language sql stable security definer set search_path = pg_catalog
    as 'select workspace_id from %I.single_sign_on_session where session_id = $1'$make$,
    current_schema
  );
end $do$;
