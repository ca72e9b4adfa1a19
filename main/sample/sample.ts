import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { parse } from 'yaml';
import { Answer, Office } from '../../shared/case-file.ts';
import { PartyDetails } from '../../shared/identity/party.ts';
import { Role } from '../../shared/template/template.ts';
import { Values } from '../../shared/template/values.ts';

const Moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
const Signed = z.strictObject({ role: z.string(), name: z.string() });
const Paper = {
  at: Moment,
  by: z.string(),
  template: z.string(),
  values: Values.default({}),
  sign: z.array(Signed).default([]),
  approve: z.array(z.string()).default([]),
};
const PaperAct = z.strictObject({ do: z.literal('paper'), ...Paper });
const DraftAct = z.strictObject({
  do: z.literal('draft'),
  at: Moment,
  by: z.string(),
  template: z.string(),
  values: Values,
});
const IssueAct = z.strictObject({
  do: z.literal('issue'),
  at: Moment,
  by: z.string(),
  template: z.string(),
  sign: z.array(Signed).default([]),
  approve: z.array(z.string()).default([]),
});
const ExhibitAct = z.strictObject({
  do: z.literal('exhibit'),
  at: Moment,
  by: z.string(),
  as: z.string(),
  file: z.string(),
  mime: z.string().optional(),
  details: z.looseObject({ title: z.string(), paper: z.string().optional(), step: z.string().optional() }),
});

/** What a person judges before the case is closed. */
const AnswerAct = z.strictObject({
  do: z.literal('answer'),
  at: Moment,
  by: z.string(),
  question: z.string(),
  answer: Answer.shape.answer,
  note: z.string().default(''),
});

/** The sample office and its case: made-up data the demo, the pictures and the tests share. */
export const Sample = z.strictObject({
  office: Office,
  units: z.array(z.strictObject({ name: z.string(), head: z.string() })),
  people: z.array(
    z.strictObject({
      name: z.string(),
      roles: z.array(Role),
      unit: z.string(),
      certNo: z.string().default(''),
      certFrom: z.string().default(''),
      certTo: z.string().default(''),
    }),
  ),
  party: PartyDetails,
  case: z.strictObject({ procedure: z.string(), causeName: z.string(), officers: z.array(z.string()) }),
  acts: z.array(z.discriminatedUnion('do', [PaperAct, DraftAct, IssueAct, ExhibitAct, AnswerAct])),
  filing: z.strictObject({
    at: Moment,
    by: z.string(),
    inspector: z.string(),
    retention: z.string(),
    archiveNo: z.string(),
    catalogNo: z.string(),
    volumeNo: z.string(),
    situation: z.string(),
    report: z.strictObject(Paper),
  }),
  handover: z.strictObject({
    at: Moment,
    by: z.string(),
    kind: z.enum(['court', 'reconsideration']),
    recipient: z.string(),
    caseNo: z.string(),
    opponents: z.array(z.string()),
    receivedAt: z.string(),
    agent: z.string(),
    answer: z.string(),
    receipt: z.strictObject({ at: Moment, receivedBy: z.string(), receivedAt: z.string(), receiptNo: z.string() }),
  }),
});
export type Sample = z.infer<typeof Sample>;
export type Act = Sample['acts'][number];

export const samplePassword = 'shili-2026';

export const sampleFolder = (resourcesDir: string): string => join(resourcesDir, 'sample-office');

export const readSample = (resourcesDir: string): Sample =>
  Sample.parse(parse(readFileSync(join(sampleFolder(resourcesDir), 'sample.yaml'), 'utf8'), { merge: true }));
