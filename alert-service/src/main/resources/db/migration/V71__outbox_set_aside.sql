-- Why an alert cannot be published, in words; null while it waits for its turn. It stays until an operator gives it back
-- (update outbox set set_aside = null), and holds up no other.
alter table outbox add column set_aside text;
