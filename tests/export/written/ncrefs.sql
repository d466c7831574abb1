CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL)
sqlite_autoindex_about_1
CREATE TABLE "claims" /* Every statement of one unsourced article was taken out, restated in other words, looked up and judged. */ ("id" TEXT NOT NULL REFERENCES "records" (id), "name" TEXT NOT NULL, "korean_hangul" TEXT, "korean_hanja" TEXT, "korean_rr" TEXT, "korean_mr" TEXT, "summary" TEXT NOT NULL, "text" TEXT NOT NULL, "checked" TEXT, "checked_earliest" TEXT, "checked_latest" TEXT, "number" INTEGER NOT NULL, "section" INTEGER NOT NULL, "statement" TEXT NOT NULL, "verdict" TEXT NOT NULL, "grade" TEXT, PRIMARY KEY ("id")) WITHOUT ROWID
CREATE TABLE "kin" /* A family tie: `relation` is what the person `to` is to the declaring one. */ ("record" TEXT NOT NULL REFERENCES "records" (id), "position" INTEGER NOT NULL, "relation" TEXT NOT NULL, "to" TEXT NOT NULL REFERENCES "people" (id), "inverse" TEXT, "note" TEXT, PRIMARY KEY ("record", "position")) WITHOUT ROWID
CREATE TABLE "ties" /* A directed tie of an organization: who stands where, who watches whom. */ ("record" TEXT NOT NULL REFERENCES "records" (id), "position" INTEGER NOT NULL, "relation" TEXT NOT NULL, "to" TEXT NOT NULL REFERENCES "records" (id), "start" TEXT, "start_earliest" TEXT, "start_latest" TEXT, "end" TEXT, "end_earliest" TEXT, "end_latest" TEXT, "grade" TEXT, "note" TEXT, PRIMARY KEY ("record", "position")) WITHOUT ROWID
CREATE TABLE "links" /* Ids in lists: who was the target, what an event is part of, who tells a story. */ ("record" TEXT NOT NULL REFERENCES "records" (id), "field" TEXT NOT NULL, "position" INTEGER NOT NULL, "target" TEXT NOT NULL REFERENCES "records" (id), PRIMARY KEY ("record", "field", "position")) WITHOUT ROWID
CREATE TABLE "citations" /* Which source supports what, by record and field. */ ("record" TEXT NOT NULL REFERENCES "records" (id), "field" TEXT NOT NULL, "position" INTEGER NOT NULL, "source" TEXT NOT NULL REFERENCES "sources" (id), PRIMARY KEY ("record", "field", "position")) WITHOUT ROWID
CREATE TABLE "mentions" /* What prose points to: links to records, citations, terms, addresses. */ ("record" TEXT NOT NULL REFERENCES "records" (id), "field" TEXT NOT NULL, "position" INTEGER NOT NULL, "sort" TEXT NOT NULL, "target" TEXT NOT NULL, PRIMARY KEY ("record", "field", "position")) WITHOUT ROWID
CREATE INDEX "kin_to" ON "kin" ("to")
CREATE INDEX "ties_to" ON "ties" ("to")
CREATE INDEX "links_target" ON "links" ("target")
CREATE INDEX "citations_source" ON "citations" ("source")
CREATE VIRTUAL TABLE search USING fts5 (id UNINDEXED, names, summary, text, tokenize = 'unicode61 remove_diacritics 2')
CREATE VIEW timeline AS
  SELECT id, 'plots' AS kind, name, "when", when_earliest, when_latest, grade, summary
    FROM plots
  UNION ALL SELECT id, 'purges' AS kind, name, "when", when_earliest, when_latest, grade, summary
    FROM purges
  UNION ALL SELECT id, 'successions' AS kind, name, "when", when_earliest, when_latest, grade, summary
    FROM successions
  UNION ALL SELECT id, 'events' AS kind, name, "when", when_earliest, when_latest, grade, summary
    FROM events
  ORDER BY when_earliest, when_latest, id
CREATE VIEW tenures AS
  SELECT p.record AS person, r.name, p.title, p.office, p."of" AS organization,
    p.start, p.start_earliest, p."end", p.end_latest, p.grade
    FROM posts p JOIN records r ON r.id = p.record
  UNION ALL
  SELECT h.who, coalesce(r.name, h.name), h.title, h.office, h.record,
    h.start, h.start_earliest, h."end", h.end_latest, h.grade
    FROM holders h LEFT JOIN records r ON r.id = h.who
  ORDER BY 7, 2
CREATE VIEW episodes AS
  SELECT m.mechanism, r.kind, m.record AS event, r.name, m.mark, m.how, m.grade
    FROM mechanism_roles m JOIN records r ON r.id = m.record
  ORDER BY 1, 3
CREATE VIEW cited_by AS
  SELECT source, record FROM citations
  UNION SELECT target, record FROM mentions WHERE sort = 'cite'
  ORDER BY 1, 2
about: ('name', 'ncrefs')
about: ('title', 'Why has North Korea never had a successful military coup? The records')
about: ('version', 'VERSION')
about: ('license', 'CC-BY-4.0')
about: ('license_url', 'https://creativecommons.org/licenses/by/4.0/')
timeline: ('letter', 'events', 'Letter', '../1949', None, '1949-12-31', 'refuted', 'A letter came.')
timeline: ('handover', 'successions', 'Handover', '1948-09-09/..', '1948-09-09', None, 'reported', 'A son took over from his father.')
timeline: ('two-ports', 'events', 'Two ports', '1953-03-01', '1953-03-01', '1953-03-01', 'reported', 'Both were closed.')
timeline: ('port-strike', 'events', 'Port strike', '1953-03-01/1953-03-02', '1953-03-01', '1953-03-02', 'reported', 'Dockers struck for two days.')
timeline: ('corps-plot', 'plots', 'Corps plot', '1955~', '1955-01-01', '1955-12-31', 'alleged', 'Officers of the First Corps are said to have planned a march.')
timeline: ('change', 'successions', 'Change', '1956-01-01', '1956-01-01', '1956-01-01', 'documented', 'The heir followed.')
timeline: ('corps-purge', 'purges', 'Corps purge', '1956-01/1956-03', '1956-01-01', '1956-03-31', 'documented', 'The officers of the First Corps were replaced.')
timeline: ('march', 'plots', 'March of 1957', '1957-02', '1957-02-01', '1957-02-28', 'disputed', 'A march that was never begun.')
timeline: ('sweep', 'purges', 'Sweep', '1958', '1958-01-01', '1958-12-31', 'reported', 'Many officers were removed.')
timeline: ('junta', 'plots', 'Junta', '1973-09-11', '1973-09-11', '1973-09-11', 'documented', 'Generals took power in the south.')
timeline: ('rising-1980', 'plots', 'Rising of 1980', '1980', '1980-01-01', '1980-12-31', 'reported', 'Colonels rose.')
tenures: ('han-sol', 'Han Sol', 'Minister', None, None, None, None, None, None, None)
tenures: ('heir', 'Heir', None, 'defence minister', 'the-army', None, None, '1955', '1955-12-31', None)
tenures: ('pak-hun', 'Pak Hun', 'Chief of Staff', 'chief of the General Staff', 'the-army', None, None, None, None, 'reported')
tenures: (None, 'Nobody Known', 'Chief of the general staff', 'chief of the General Staff', 'the-army', '1948', '1948-01-01', '1950', '1950-12-31', None)
tenures: ('leader', 'Leader', 'Premier', 'premier', None, '1948-09-09', '1948-09-09', '1955', '1955-12-31', None)
tenures: ('pak-hun', 'Pak Hun', 'Commander', None, 'first-corps', '1950', '1950-01-01', '1956~', '1956-12-31', None)
tenures: ('han-sol', 'Han Sol', 'Chief', 'chief of the General Staff', 'the-army', '1951', '1951-01-01', '1953', '1953-12-31', 'documented')
tenures: ('han-sol', 'Han Sol', 'Adviser', None, 'the-army', '1954', '1954-01-01', None, None, None)
episodes: ('guards', 'plots', 'march', 'March of 1957', 'acted', 'They stood firm.', None)
episodes: ('guards', 'plots', 'march', 'March of 1957', 'unproven', 'Nobody came.', None)
episodes: ('watching', 'plots', 'corps-plot', 'Corps plot', 'acted', 'An informer wrote to the party.', None)
episodes: ('watching', 'plots', 'march', 'March of 1957', 'failed', 'Nobody saw it.', 'disputed')
cited_by: ('anon', 'letter')
cited_by: ('cho1999', 'march')
cited_by: ('dang2001', 'two-ports')
cited_by: ('eom', 'two-ports')
cited_by: ('lee2001', 'c001')
cited_by: ('lee2001', 'c002')
cited_by: ('lee2001', 'change')
cited_by: ('lee2001', 'colpus')
cited_by: ('lee2001', 'corps-purge')
cited_by: ('lee2001', 'coup')
cited_by: ('lee2001', 'fear')
cited_by: ('lee2001', 'first-corps')
cited_by: ('lee2001', 'guard')
cited_by: ('lee2001', 'guards')
cited_by: ('lee2001', 'han-sol')
cited_by: ('lee2001', 'handover')
cited_by: ('lee2001', 'heir')
cited_by: ('lee2001', 'it-was-watched')
cited_by: ('lee2001', 'junta')
cited_by: ('lee2001', 'lady')
cited_by: ('lee2001', 'leader')
cited_by: ('lee2001', 'march')
cited_by: ('lee2001', 'old-band')
cited_by: ('lee2001', 'open-attempts')
cited_by: ('lee2001', 'pak-hun')
cited_by: ('lee2001', 'pak-jin')
cited_by: ('lee2001', 'port-nam')
cited_by: ('lee2001', 'rising-1980')
cited_by: ('lee2001', 'rounds')
cited_by: ('lee2001', 'soldiers')
cited_by: ('lee2001', 'south')
cited_by: ('lee2001', 'sweep')
cited_by: ('lee2001', 'the-army')
cited_by: ('lee2001', 'was-there-a-coup')
cited_by: ('lee2001', 'watching')
cited_by: ('lee2001', 'who-rose')
cited_by: ('news2010', 'corps-plot')
cited_by: ('news2010', 'han-sol')
cited_by: ('news2010', 'march')
cited_by: ('news2010', 'pak-hun')
cited_by: ('news2010', 'port-strike')
search: ('han-sol', 'Han Sol', 'A chief of staff.', '')
search: ('heir', 'Heir', 'The second leader.', '')
search: ('lady', 'Lady\n귀부인\n6궁\n9th Lady', "The heir's wife.", '')
search: ('leader', 'Leader', 'The first leader.', '')
search: ('pak-hun', 'Pak Hun\n박훈\n朴勳\nBak Hun\nPark Hoon', 'A general who led the First Corps.', 'He led the First Corps. Friends called him the owl; a coup was not in his nature.')
search: ('pak-jin', 'Pak "Jin", <the & elder>; \\N', 'The father of Pak Hun, a man of whom little more is known than that he had a son; 朴.', 'He "fished", they say. He had 1% of it.')
search: ('first-corps', 'First Corps', 'A corps on the coast.', '')
search: ('old-band', 'Old Band', 'Partisans.', '')
search: ('the-army', 'The Army', 'All land forces.', '')
search: ('port-nam', 'Port Nam', 'A harbour in the north-east.', '')
search: ('south', 'South', 'A place far away.', '')
search: ('corps-plot', 'Corps plot', 'Officers of the First Corps are said to have planned a march.', '')
search: ('march', 'March of 1957', 'A march that was never begun.', '')
search: ('junta', 'Junta', 'Generals took power in the south.', '')
search: ('rising-1980', 'Rising of 1980', 'Colonels rose.', '')
search: ('corps-purge', 'Corps purge', 'The officers of the First Corps were replaced.', '')
search: ('sweep', 'Sweep', 'Many officers were removed.', '')
search: ('handover', 'Handover', 'A son took over from his father.', '')
search: ('change', 'Change', 'The heir followed.', '')
search: ('letter', 'Letter', 'A letter came.', 'It spoke of Han Sol, a march and a coup.')
search: ('two-ports', 'Two ports', 'Both were closed.', '')
search: ('port-strike', 'Port strike', 'Dockers struck for two days.', 'It led to the purge.')
search: ('fear', 'Fear', 'Nobody dares.', '')
search: ('guards', 'Guards', 'A guard outside the army.', '')
search: ('watching', 'Watching', 'Officers are watched by informers.', '')
search: ('rounds', 'Rounds', 'How many rounds a man has.', '')
search: ('soldiers', 'Soldiers', 'How many stand under arms.', '')
search: ('colpus', 'Colpus', 'A list of coups.', '')
search: ('open-attempts', 'Open attempts', 'A list of open attempts.', '')
search: ('it-was-watched', 'It was watched', 'An officer of another line stood beside each commander.', '')
search: ('was-there-a-coup', 'Was there a coup?', 'No open attempt is known.', '')
search: ('who-rose', 'Who rose?', 'Colonels. Nobody else did. That is all.', 'He says so.')
search: ('coup', "Coup\ncoup d'état", 'An open attempt to seize power.', 'An open attempt by insiders to unseat the ruler.')
search: ('guard', 'Guard\n호위\nguard unit', 'Those who guard.', 'Those near the leader.')
search: ('c001', 'The corps rose', 'The article says that the First Corps rose in 1955.', '')
search: ('c002', 'A march began', 'It did not.', 'No source has it.')
