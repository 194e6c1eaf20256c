-- What the subscription's entry said when the endpoint was switched off: a digest of its secret, none of an unknown one.
alter table endpoint_off add column entry text not null default '';
