import { type FeatureContext } from '../context.ts';
import { mayOpenCase } from '../staff/access.ts';
import { type IntakeRow, intakeTable } from '../../platform/store/tables/papers.ts';

/** The rows of imports under way: written before the first byte, so that what a crash cuts off is named at the next log-in. */
export function createIntakeRows(context: FeatureContext) {
  const { store, audit } = context;
  async function add(row: IntakeRow): Promise<void> {
    await store.unit.run((tx) => tx.insert(intakeTable, row));
  }

  async function remove(intakeId: string): Promise<void> {
    await store.unit.run((tx) => tx.delete(intakeTable, { id: intakeId }));
  }

  /**
   * Names imports that a crash or power cut interrupted, and forgets them; their bytes are in quarantine already. Those of a case this
   * person may not open wait for who may, those on their way into 收件 for who put them there.
   */
  async function nameInterrupted(): Promise<string[]> {
    const left = store
      .all<Pick<IntakeRow, 'id' | 'caseId' | 'fileName' | 'startedAt' | 'startedBy'>>(
        'select id, caseId, fileName, startedAt, startedBy from intake',
      )
      .filter(({ caseId, startedBy }) =>
        caseId === null ? startedBy === context.operator.personId : mayOpenCase(context, caseId),
      );
    if (left.length === 0) return [];
    await store.unit.run(async (tx) => {
      for (const intake of left) {
        audit.append({
          verb: '导入中断',
          what: intake.fileName,
          subjectId: intake.id,
          ...(intake.caseId === null ? {} : { caseId: intake.caseId }),
          detail: { startedAt: intake.startedAt },
        });
        await tx.delete(intakeTable, { id: intake.id });
      }
    });
    return left.map(
      ({ caseId, fileName }) =>
        `上次导入“${fileName}”时中断，没有收进${caseId === null ? '收件' : '案件'}，请重新添加这个文件。`,
    );
  }

  return { add, remove, nameInterrupted };
}
