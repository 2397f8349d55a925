-- An import that was asked for and has not had its turn.
alter table import_file drop constraint import_file_state_check;
alter table import_file add constraint import_file_state_check
  check (state in ('uploading', 'ready', 'waiting', 'running', 'finished', 'stopped', 'cancelled', 'failed'));
