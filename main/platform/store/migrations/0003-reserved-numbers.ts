import { schemaStep } from './schema-step.ts';

// A number may be reserved before there is a paper (预定格式、编有号码, 行政处罚法52), so it says itself what it is for. SQLite cannot
// drop a NOT NULL, so the table is made anew.
const statements = [
  'create table paper_number_new (number text primary key, code text not null, letters text not null, year integer not null, seq integer not null, "paperId" text, "templateId" text not null, "paperName" text not null, status text not null, reason text not null, at text not null, foreign key ("paperId") references paper(id))',
  `insert into paper_number_new select paper_number.number, code, letters, year, seq, "paperId", paper."templateId", paper.name, paper_number.status, reason, at
   from paper_number join paper on paper.id = "paperId"`,
  'drop table paper_number',
  'alter table paper_number_new rename to paper_number',
  'create unique index paper_number_seq on paper_number(code, letters, year, seq)',
  'create index paper_number_paper on paper_number("paperId")',
  `create index paper_number_reserved on paper_number("templateId") where status = 'reserved'`,
];

export const reservedNumbers = schemaStep(3, 'ReservedNumbers', statements);
