-- What the desk searches cases by: one row a case, numbered for the index. Drizzle knows nothing of these tables: db/case-search.ts reads them.
create table case_search_ids (
  id integer primary key autoincrement,
  escalation_id text not null unique
);
--> statement-breakpoint
create virtual table case_search using fts5(words, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2');
--> statement-breakpoint
create view case_search_words as
select
  ids.id,
  ids.escalation_id,
  e.reference || ' ' || e.email || ' ' || coalesce(e.name, '') || ' ' || coalesce(e.subject, '') || ' ' || e.message || ' ' ||
  coalesce((select group_concat(m.body, ' ') from messages m where m.escalation_id = e.id), '') as words
from case_search_ids ids
join escalations e on e.id = ids.escalation_id;
--> statement-breakpoint
create trigger case_search_new after insert on escalations begin
  insert into case_search_ids (escalation_id) values (new.id);
  insert into case_search (rowid, words) select id, words from case_search_words where escalation_id = new.id;
end;
--> statement-breakpoint
create trigger case_search_changed after update of reference, email, name, subject, message on escalations begin
  update case_search set words = (select words from case_search_words where escalation_id = new.id)
  where rowid = (select id from case_search_ids where escalation_id = new.id);
end;
--> statement-breakpoint
create trigger case_search_erased before delete on escalations begin
  delete from case_search where rowid = (select id from case_search_ids where escalation_id = old.id);
  delete from case_search_ids where escalation_id = old.id;
end;
--> statement-breakpoint
create trigger case_search_said after insert on messages begin
  update case_search set words = (select words from case_search_words where escalation_id = new.escalation_id)
  where rowid = (select id from case_search_ids where escalation_id = new.escalation_id);
end;
--> statement-breakpoint
create trigger case_search_reworded after update of body on messages begin
  update case_search set words = (select words from case_search_words where escalation_id = new.escalation_id)
  where rowid = (select id from case_search_ids where escalation_id = new.escalation_id);
end;
--> statement-breakpoint
create trigger case_search_unsaid after delete on messages begin
  update case_search set words = (select words from case_search_words where escalation_id = old.escalation_id)
  where rowid = (select id from case_search_ids where escalation_id = old.escalation_id);
end;
--> statement-breakpoint
insert into case_search_ids (escalation_id) select id from escalations order by created_at, id;
--> statement-breakpoint
insert into case_search (rowid, words) select id, words from case_search_words;
