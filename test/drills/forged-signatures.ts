import type Sqlite from 'better-sqlite3-multiple-ciphers';
import type { Signer } from '../../main/platform/audit/chain.ts';
import type { Forgery } from './forgery.ts';
import { appendEntry, rebuildChain, withoutGuards } from './rebuilt-chain.ts';

interface Person {
  id: string;
  name: string;
}
const personCalled = (db: Sqlite.Database, name: string): Person =>
  db.prepare('select "personId" as id, who as name from audit where who = ?').get(name) as Person;

/** Whose approval is forged; he has approved others of the sample. */
const APPROVER = '孙伟';
const opinion = { label: '负责人', verdict: '同意', opinion: '同意。' };

/** Puts an opinion of the approver into a paper; answers the entry that belongs to it. */
function forgeApproval(db: Sqlite.Database, templateId: string) {
  const approver = personCalled(db, APPROVER);
  const paper = db.prepare('select id, "caseId", name from paper where "templateId" = ?').get(templateId) as Person & {
    caseId: string;
  };
  const approval = JSON.stringify({
    step: 0,
    ...opinion,
    personId: approver.id,
    name: approver.name,
    at: '2026-03-03T09:00:00.000Z',
  });
  db.prepare(`update paper set approvals = json_insert(approvals, '$[#]', json(?)) where id = ?`).run(
    approval,
    paper.id,
  );
  const detail = JSON.stringify(opinion);
  const of = (who: Person, verb: string) => ({
    personId: who.id,
    who: who.name,
    verb,
    what: paper.name,
    subjectId: paper.id,
    caseId: paper.caseId,
    detail,
  });
  return { approver, entryOf: of };
}

const approvalBy =
  (
    entry: (
      forged: ReturnType<typeof forgeApproval>,
      forger: Signer,
    ) => { author: Person; verb: string; signer: Signer | null },
  ) =>
  (db: Sqlite.Database, forger: Signer): void =>
    withoutGuards(db, () => {
      const forged = forgeApproval(db, 'J18');
      const { author, verb, signer } = entry(forged, forger);
      appendEntry(db, forged.entryOf(author, verb), signer);
    });

/**
 * Whoever holds the vault's key makes digests, chain and anchor fit what he forged. What he lacks is the key the other person signs with.
 */
export const forgedSignatures: readonly Forgery[] = [
  {
    name: 'decision changed, chain recomputed',
    inCase: true,
    told: /记录链第\d+条.*的签名不是.*的/,
    forge: (db) =>
      withoutGuards(db, () => {
        db.exec(`update paper set name = '另一份文书' where "templateId" = 'J21'`);
        rebuildChain(db);
      }),
  },
  {
    name: 'approval entered in another’s name, unsigned',
    inCase: true,
    told: /审批同意）没有孙伟的签名/,
    forge: approvalBy(({ approver }) => ({ author: approver, verb: '审批同意', signer: null })),
  },
  {
    name: 'approval entered in another’s name, signed by the forger',
    inCase: true,
    told: /审批同意）的签名不是孙伟的/,
    forge: approvalBy(({ approver }, forger) => ({ author: approver, verb: '审批同意', signer: forger })),
  },
  {
    name: 'approval of another in an entry of the forger’s own',
    inCase: true,
    told: /《调查终结报告》.*孙伟本人没有办过这次审批/,
    forge: approvalBy((_, forger) => ({
      author: { id: forger.personId, name: forger.name },
      verb: '填写文书',
      signer: forger,
    })),
  },
  {
    name: 'all signatures and keys taken off the record, chain recomputed',
    inCase: false,
    told: /孙伟的签名密钥与登记的不一致/,
    forge: (db) =>
      withoutGuards(db, () => {
        db.exec(`update audit set signature = '', "signingKey" = ''`);
        db.exec(`delete from audit_row where "tableName" = 'signing_key'; delete from signing_key`);
        rebuildChain(db);
      }),
  },
  {
    name: 'role granted, office chain recomputed',
    inCase: false,
    database: 'office',
    told: /机关库：记录链第\d+条.*的签名不是.*的/,
    forge: (db) =>
      withoutGuards(db, () => {
        db.exec(`update person set roles = '["系统管理员","法规科"]' where name = '周静'`);
        rebuildChain(db);
      }),
  },
  {
    name: 'office chain recomputed in the hand of the forger',
    inCase: false,
    database: 'office',
    told: /机关库的第\d+条记录与案卷库里记下的不符/,
    forge: (db, forger) =>
      withoutGuards(db, () => {
        db.exec(`update unit set head = '钱生'`);
        db.prepare('update audit set "personId" = ?, who = ?').run(forger.personId, forger.name);
        rebuildChain(db, () => forger);
      }),
  },
];
