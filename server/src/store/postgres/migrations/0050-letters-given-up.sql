-- What letters said that were given up with their channel: nobody reads it any more.
delete from secret s where s.purpose = 'mail'
  and not exists (select from outbox_message m where m.id::text = s.id and m.state = 'waiting');
