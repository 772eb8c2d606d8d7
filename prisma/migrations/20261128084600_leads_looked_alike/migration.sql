-- What deleted leads are listed by, and what leads of one person have in common.

CREATE INDEX lead_deleted ON lead (deleted_at DESC, id DESC) WHERE deleted_at IS NOT NULL;
-- Numbers of one telephone end alike, however the country is written.
CREATE INDEX person_by_phone ON person (right(regexp_replace(phone, '\D', '', 'g'), 9)) WHERE phone <> '';
CREATE INDEX person_by_name ON person (lower(name));
