-- What is due is found by where it waits: a queue for each way, workspace, channel and urgency, of which the first is looked at, however long it is.
-- 0 somebody waits for it at this moment; 1 it is about what must not wait; 2 all else; 3 it has time, as a survey.
alter table outbox_message add column urgency smallint not null default 2 check (urgency between 0 and 3),
  -- Where there is a channel for each of many, as of those who follow a status page: what waits for some of them together, its name begins with ~.
  add column queue text;
update outbox_message set urgency = case
    when template in ('invitation', 'password-reset', 'verify-address', 'new-sign-in', 'credentials-changed', 'status-confirm') then 0
    when template = 'survey' then 3 else 2 end
  where state = 'waiting';
update outbox_message set queue = '~' || left(channel, 1) where state = 'waiting' and template = 'status-news';
create index outbox_message_queue on outbox_message (kind, coalesce(workspace_id, ''), coalesce(queue, channel, ''), urgency, next_at, place) where state = 'waiting';
drop index outbox_message_due;
