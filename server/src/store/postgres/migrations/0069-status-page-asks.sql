-- How many addresses a page was asked to write to since then, whether or not they were known: what is refused then says nothing of any of them.
alter table status_page add column asks integer not null default 0, add column asks_since timestamptz not null default '-infinity';
