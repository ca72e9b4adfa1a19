import type { Paper, Signature } from '../../../shared/case-file.ts';
import type { Template } from '../../../shared/template/template.ts';
import { livePrint } from '../../../shared/procedure/prints.ts';
import { samplePassword } from '../../../main/sample/sample.ts';
import { randomOf } from '../../drills/random.ts';
import { readTray, receiveScan } from '../in-tray.ts';
import type { Office } from '../office.ts';
import { rendered, scanned, type Raw } from '../scanned.ts';
import { OfficeDesk } from './office-desk.ts';

/**
 * The desk of an office that signs on paper: what people sign is printed, and comes back as a shuffled pile of turned and noisy scans, sheets
 * of another case among them. Who approves does it at the seat of 李敏 (就地签批).
 */
export class PaperDesk extends OfficeDesk {
  readonly counts = { papers: 0, lent: 0 };
  private readonly strangers: Raw[];
  private afterApproval: Signature[] = [];
  private readonly random = randomOf(20_261_201);

  /** @param strangers sheets of another case, dealt one by one into the piles */
  constructor(office: Office, strangers: readonly Raw[]) {
    super(office);
    this.strangers = [...strangers];
  }

  /** What somebody has to approve is printed when it is approved. */
  override async sign(paper: Paper, signatures: Signature[]): Promise<Paper> {
    const template = (await this.look()).input.templates.get(paper.templateId);
    if (template === undefined || template.approval.length === 0) return this.signOnPaper(paper, signatures);
    this.afterApproval = signatures;
    return paper;
  }

  override async approve(paper: Paper, template: Template): Promise<Paper> {
    const approved = await super.approve(paper, template);
    const signatures = this.afterApproval.splice(0);
    return signatures.length === 0 ? approved : this.signOnPaper(approved, signatures);
  }

  private async signOnPaper(paper: Paper, signatures: Signature[]): Promise<Paper> {
    const printed = await this.client.documents.printToSign({ paperId: paper.id, version: paper.version });
    const printId = livePrint(printed)?.id ?? '';
    const pdf = await this.office.get(`/papers/${paper.id}/prints/${printId}`);
    const sheets = await rendered(new Uint8Array(await pdf.arrayBuffer()), 150);
    await this.scan([...sheets, ...this.strangers.splice(0, 1)]);
    await this.place(printId);
    this.counts.papers += 1;
    const { file } = await this.client.cases.open({ caseId: this.caseId });
    const version = file.papers.find(({ id }) => id === paper.id)?.version ?? 0;
    return super.sign({ ...paper, version }, signatures);
  }

  /** Puts the sheets of a print that lie in 收件 where they belong; they must all be there. */
  async place(printId: string): Promise<void> {
    const proposal = (await readTray(this.office)).proposals.find((candidate) => candidate.printId === printId);
    if (proposal === undefined || proposal.missing.length > 0)
      throw new Error(`sheets of ${printId} did not find their place: ${JSON.stringify(proposal?.missing)}`);
    await this.client.tray.place({ printId, sheetIds: proposal.sheets.map(({ id }) => id) });
  }

  protected override async actAs<T>(name: string, act: () => Promise<T>): Promise<T> {
    if (name === '李敏') return act();
    const place = {
      personId: await this.office.personId('李敏'),
      field: null,
      caret: null,
      unsaved: null,
      address: '/',
    };
    await this.client.session.lend({ personId: await this.office.personId(name), password: samplePassword, place });
    this.counts.lent += 1;
    const done = await act();
    await this.client.session.giveBack();
    return done;
  }

  private async scan(sheets: readonly Raw[]): Promise<void> {
    const pile = sheets.map((sheet) => ({ sheet, at: this.random(1_000_000) })).toSorted((a, b) => a.at - b.at);
    for (const [index, { sheet, at }] of pile.entries()) {
      const turned = this.random(1001) / 100 - 5 + 180 * this.random(2);
      const scan = await scanned(sheet, { turned, noise: 6, blur: 0.5, scribbled: this.random(2) === 0, seed: at });
      await receiveScan(this.office, `扫描${index + 1}.jpg`, scan);
    }
  }
}
