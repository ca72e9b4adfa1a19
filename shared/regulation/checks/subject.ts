import type { Officer, Paper } from '../../case-file.ts';
import type { Party } from '../../identity/party.ts';
import { nameCore } from '../../chinese/name-form.ts';
import { idNumberProblem } from '../../identity/id-number.ts';
import { hasCheckDigit } from '../../identity/id-kinds.ts';
import { hasOddCheck, usccProblem } from '../../identity/uscc.ts';
import { officerFields, officersOf, paperDay, textOf } from '../../procedure/paper-values.ts';
import { exhibitsOf } from '../../procedure/recordings.ts';
import type { OfficerRow } from '../../template/values.ts';
import { fieldsOf, type Template } from '../../template/template.ts';
import type { Check, Fault, Judgement } from '../finding.ts';
import {
  faultIn,
  filing,
  isFinished,
  issueAndFiling,
  papersIn,
  papersOfClass,
  standingPapers,
  templateOf,
} from './faults.ts';
import { paperIds } from '../../template/paper-ids.ts';

/** Papers on which article 18 asks for two officers with their certificates. */
const isInvestigation = (template: Template | undefined): boolean => template?.articles.includes(18) === true;

interface Act {
  paper: Paper;
  template: Template | undefined;
  field: string;
  rows: OfficerRow[];
}

const actsOf = (judgement: Judgement): Act[] =>
  standingPapers(judgement).flatMap((paper) => {
    const template = templateOf(judgement, paper);
    return template === undefined
      ? []
      : officerFields(template).map((field) => ({ paper, template, field, rows: officersOf(paper, field) }));
  });

/** What is wrong with one officer's certificate on the day of the act; null when nothing is. */
const certificateFault = (officer: Officer | undefined, row: OfficerRow, day: string): string | null => {
  if (row.certNo === '') return `${row.name}没有执法证号。`;
  if (officer === undefined) return `${row.name}不在本机关人员名册中，无法核对执法证。`;
  if (officer.certNo !== row.certNo)
    return `${row.name}的执法证号（${row.certNo}）与名册（${officer.certNo || '未登记'}）不一致。`;
  if (officer.certTo === '' || officer.certFrom === '') return `${row.name}的执法证没有登记有效期。`;
  return day < officer.certFrom || day > officer.certTo
    ? `${row.name}的执法证有效期为${officer.certFrom}至${officer.certTo}，${day}不在有效期内。`
    : null;
};

const certificateFaults = (judgement: Judgement, wanted: (template: Template | undefined) => boolean): Fault[] =>
  actsOf(judgement)
    .filter(({ template }) => wanted(template))
    .flatMap(({ paper, template, field, rows }) => {
      const day = paperDay(paper, template) ?? judgement.file.today;
      return rows.flatMap((row) => {
        const fault = certificateFault(
          judgement.file.officers.find((officer) => officer.personId === row.personId),
          row,
          day,
        );
        return fault === null ? [] : [faultIn(paper, fault, field)];
      });
    });

const tooFew = (judgement: Judgement): Fault[] =>
  actsOf(judgement)
    .filter(({ template }) => isInvestigation(template))
    .flatMap(({ paper, field, rows }) => {
      const people = new Set(rows.map((row) => row.personId)).size;
      const silent = people === 0 && !isFinished(paper);
      return people >= 2 || silent
        ? []
        : [faultIn(paper, `${paper.name}只有${people}名执法人员，不得少于2人。`, field)];
    });

const notShown = (judgement: Judgement): Fault[] =>
  papersOfClass(judgement, 'investigation')
    .filter(({ paper, template }) => isInvestigation(template) && isFinished(paper))
    .flatMap(({ paper }) =>
      officersOf(paper, 'officers')
        .filter((row) => row.certShown !== true)
        .map((row) => faultIn(paper, `${paper.name}没有记明${row.name}已出示执法证。`, 'officers')),
    );

const identityFields = [
  { key: 'partyName', label: '名称', of: (party: Party) => party.name },
  { key: 'partyUscc', label: '统一社会信用代码', of: (party: Party) => party.uscc },
  { key: 'partyIdNumber', label: '证件号码', of: (party: Party) => party.idNumber },
  { key: 'partyAddress', label: '住所', of: (party: Party) => party.address },
  { key: 'partyLegalRep', label: '法定代表人', of: (party: Party) => party.legalRep },
] as const;
type IdentityField = (typeof identityFields)[number];

/** What a party's papers must agree with: the 立案审批表 that names them, or their household's record. */
const referenceOf = (judgement: Judgement, party: Party, field: IdentityField): string => {
  const filed = papersIn(judgement, paperIds.filingApproval).at(-1);
  const named = filed === undefined ? '' : nameCore(textOf(filed, 'partyName'));
  const isTheirs = judgement.file.parties.every((other) => nameCore(other.name) !== named)
    ? party === judgement.file.parties[0]
    : nameCore(party.name) === named;
  const stated = filed === undefined || !isTheirs ? '' : textOf(filed, field.key);
  return stated !== '' ? stated : field.of(party);
};

const disagrees = (paper: Paper, field: IdentityField, references: readonly string[]): Fault[] => {
  const stated = textOf(paper, field.key);
  const [reference = ''] = references;
  return stated === '' || reference === '' || references.map(nameCore).includes(nameCore(stated))
    ? []
    : [faultIn(paper, `${paper.name}的当事人${field.label}“${stated}”与立案时的“${reference}”不一致。`, field.key)];
};

/** A paper for one party says who they are; one of the whole case may name any of them. */
const identityFaults = (judgement: Judgement): Fault[] =>
  standingPapers(judgement)
    .filter((paper) => paper.templateId !== paperIds.sourceRegistration)
    .flatMap((paper) => {
      const own = judgement.file.parties.filter(
        (party) => paper.partyId === null || party.householdId === paper.partyId,
      );
      return identityFields.flatMap((field) =>
        disagrees(
          paper,
          field,
          own.map((party) => referenceOf(judgement, party, field)),
        ),
      );
    });

/** Whether this code is that of a party whose licence somebody compared it with (已与营业执照核对). */
const isCompared = ({ file }: Judgement, uscc: string): boolean =>
  file.parties.some((party) => party.uscc === uscc && party.usccChecked !== '');

/** A code that was typed into a paper and whose check symbol does not fit: mostly a slip. */
const oddCodes = (judgement: Judgement): Fault[] =>
  standingPapers(judgement).flatMap((paper) => {
    const template = templateOf(judgement, paper);
    const fields = template === undefined ? [] : fieldsOf(template).filter((field) => field.format === 'uscc');
    return fields.flatMap(({ key }) => {
      const code = textOf(paper, key);
      return hasOddCheck(code) && !isCompared(judgement, code)
        ? [{ ...faultIn(paper, usccProblem(code) ?? '', key), severity: 'warn' }]
        : [];
    });
  });

/** The party of a decision as on its licence or ID card: the household's record while it is drafted, the case's once it stands. */
const decisionParty = (judgement: Judgement): Fault[] =>
  papersOfClass(judgement, 'decision').flatMap(({ paper }) => {
    const name = textOf(paper, 'partyName');
    const names = judgement.file.parties
      .filter((party) => paper.partyId === null || party.householdId === paper.partyId)
      .map((party) => nameCore(party.name));
    const wrongName =
      paper.status !== 'issued' && name !== '' && names.length > 0 && !names.includes(nameCore(name))
        ? [faultIn(paper, `决定书的当事人“${name}”与一户式档案登记的证照名称不一致。`, 'partyName')]
        : [];
    const [uscc, idNumber] = [textOf(paper, 'partyUscc'), textOf(paper, 'partyIdNumber')];
    const codeProblem = uscc === '' || isCompared(judgement, uscc) ? null : usccProblem(uscc);
    const isJudged = idNumber !== '' && hasCheckDigit(textOf(paper, 'partyIdType') || '其他', idNumber);
    const idProblem = isJudged ? idNumberProblem(idNumber) : null;
    return [
      ...wrongName,
      ...(codeProblem === null ? [] : [faultIn(paper, codeProblem, 'partyUscc')]),
      ...(idProblem === null ? [] : [faultIn(paper, idProblem, 'partyIdNumber')]),
    ];
  });

const identityProof = /营业执照|身份证|居住证|登记证|许可证|主体资格|户口|护照|信用信息/;

const noIdentityProof = (judgement: Judgement): Fault[] => {
  const titles = [
    ...exhibitsOf(judgement.file).map((exhibit) => exhibit.title),
    ...papersIn(judgement, paperIds.evidenceExtractionSheet).map((paper) => textOf(paper, 'evidenceName')),
  ];
  // Asked for from the conclusion of the investigation on, while it can still be had, and of every decision.
  const concluded =
    /处罚|处理|强制/.test(judgement.procedure.caseType) &&
    (papersIn(judgement, paperIds.investigationReport).length > 0 ||
      papersOfClass(judgement, 'decision').some(({ paper }) => paper.status === 'issued'));
  const proofs = titles.filter((title) => identityProof.test(title)).length;
  if (!concluded || proofs >= Math.max(1, judgement.file.parties.length)) return [];
  if (proofs === 0)
    return [
      { sentence: '卷内没有当事人的主体资格证明（营业执照或者身份证复印件等），请导入“证据”，名称写明是哪种证照。' },
    ];
  // One scan may hold the proofs of several parties, so a person has to look.
  return [
    {
      sentence: `本案有${judgement.file.parties.length}名当事人，卷内只有${proofs}件主体资格证明，请核对是否每名当事人都有。`,
      severity: 'warn',
    },
  ];
};

export const subjectChecks: Check[] = [
  {
    id: 'R05a',
    title: '对外文书以本机关名义',
    severity: 'veto',
    article: 5,
    basis: '行政处罚法第十七条',
    blocks: issueAndFiling,
    judge: (judgement) =>
      standingPapers(judgement).flatMap((paper) => {
        const organ = textOf(paper, 'organ');
        // 社会保险经办机构 checks contributions in its own name and under its own seal (社会保险稽核办法).
        if (templateOf(judgement, paper)?.seal?.kind === '经办机构章' || paper.templateId === paperIds.auditWorkRecord)
          return [];
        return organ === '' || nameCore(organ) === nameCore(judgement.file.office.name)
          ? []
          : [
              faultIn(
                paper,
                `${paper.name}的机关写作“${organ}”，应为“${judgement.file.office.name}”，不得用内设科室名义。`,
                'organ',
              ),
            ];
      }),
  },
  {
    id: 'R05b',
    title: '承办人执法证在有效期',
    severity: 'veto',
    article: 5,
    basis: '行政处罚法第四十二条',
    blocks: issueAndFiling,
    judge: (judgement) => certificateFaults(judgement, (template) => !isInvestigation(template)),
  },
  {
    id: 'R18a',
    title: '执法人员不少于两人',
    severity: 'veto',
    article: 18,
    basis: '行政处罚法第四十二条',
    blocks: issueAndFiling,
    judge: tooFew,
  },
  {
    id: 'R18b',
    title: '调查时执法证有效',
    severity: 'veto',
    article: 18,
    basis: '行政处罚法第四十二条',
    blocks: issueAndFiling,
    judge: (judgement) => certificateFaults(judgement, isInvestigation),
  },
  {
    id: 'R18c',
    title: '已出示执法证',
    severity: 'veto',
    article: 18,
    basis: '行政处罚法第五十五条',
    blocks: issueAndFiling,
    judge: notShown,
  },
  {
    id: 'R26d',
    title: '决定书当事人与证照一致',
    severity: 'veto',
    article: 26,
    basis: '行政处罚法第五十九条',
    blocks: issueAndFiling,
    judge: decisionParty,
  },
  {
    id: 'V02',
    title: '卷内有主体资格证明',
    severity: 'err',
    article: 26,
    basis: '案卷评查标准',
    blocks: filing,
    judge: noIdentityProof,
  },
  {
    id: 'B05',
    title: '当事人身份各文书一致',
    severity: 'err',
    article: 26,
    basis: '案卷评查标准',
    blocks: issueAndFiling,
    judge: (judgement) => [...identityFaults(judgement), ...oddCodes(judgement)],
  },
];
