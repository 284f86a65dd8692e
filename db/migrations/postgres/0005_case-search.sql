-- What the desk searches cases by: one row a case. Drizzle knows nothing of this table: db/case-search.ts reads it.
create table case_search (
  escalation_id text primary key references escalations (id) on delete cascade,
  words tsvector not null
);
--> statement-breakpoint
-- Read far more often than written: no pending list to go through at each search.
create index case_search_words on case_search using gin (words) with (fastupdate = off);
--> statement-breakpoint
-- Words as db/case-search.ts cuts them: without accents, in small letters, between whatever is no letter or digit. Not
-- `to_tsvector`, which takes references for numbers and addresses for single words.
create function case_search_vector(given text) returns tsvector language sql stable as $$
  select array_to_tsvector(coalesce(array_agg(distinct left(word, 60)) filter (where word <> ''), '{}'))
  from regexp_split_to_table(
    lower(normalize(regexp_replace(normalize(left(given, 150000), nfkd), '[\u0300-\u036f]', '', 'g'), nfc)),
    '[^[:alnum:]\u00c0-\u1fff\u3040-\ud7ff]+'
  ) word
$$;
--> statement-breakpoint
-- Whoever holds the case's row has the last word: two who write on one case at once leave out neither's words.
create function case_search_refresh(changed text) returns void language plpgsql as $$
begin
  perform 1 from escalations where id = changed for no key update;
  insert into case_search (escalation_id, words)
  select e.id, case_search_vector(concat_ws(' ', e.reference, e.email, e.name, e.subject, e.message,
    (select string_agg(m.body, ' ') from messages m where m.escalation_id = e.id)))
  from escalations e where e.id = changed
  on conflict (escalation_id) do update set words = excluded.words;
end $$;
--> statement-breakpoint
create function case_search_of_case() returns trigger language plpgsql as $$
begin
  perform case_search_refresh(new.id);
  return null;
end $$;
--> statement-breakpoint
create function case_search_of_message() returns trigger language plpgsql as $$
begin
  perform case_search_refresh(case tg_op when 'DELETE' then old.escalation_id else new.escalation_id end);
  return null;
end $$;
--> statement-breakpoint
create trigger case_search_new after insert on escalations for each row execute function case_search_of_case();
--> statement-breakpoint
create trigger case_search_changed after update of reference, email, name, subject, message on escalations
for each row execute function case_search_of_case();
--> statement-breakpoint
create trigger case_search_said after insert or delete or update of body on messages
for each row execute function case_search_of_message();
--> statement-breakpoint
insert into case_search (escalation_id, words)
select e.id, case_search_vector(concat_ws(' ', e.reference, e.email, e.name, e.subject, e.message,
  (select string_agg(m.body, ' ') from messages m where m.escalation_id = e.id)))
from escalations e;
