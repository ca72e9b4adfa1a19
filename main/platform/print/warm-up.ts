import { Office } from '../../../shared/case-file.ts';
import { Template } from '../../../shared/template/template.ts';
import type { Fonts } from './fonts.ts';
import { undated, type PaperJob } from './job.ts';
import { printPaper } from './paper.ts';
import type { Texts } from './text.ts';

/** Characters papers use most; their shapes are ready before the first paper is seen. */
const common =
  '中华人民共和国劳动法人力资源社会保障局行政处罚决定书当事单位名称统一信用代码法定表住所联系电话经查你于年月日拖欠等者工资共计元违反了第条的规定根据本机关执员证号询问笔录时间地点签名意见审批立案调送达回通知申请复议诉讼院向之起十内不服可以也直接提，。、；：（）《》“”〔〕0123456789';

const field = { key: 'text', label: '内容', type: 'longText' as const };
const rows = {
  key: 'rows',
  label: '清单',
  type: 'rows' as const,
  fields: [{ key: 'name', label: '名称', type: 'text' as const }],
};

const job = (layout: PaperJob['template']['layout']): PaperJob => ({
  template: Template.parse({
    id: 'Z00',
    name: '文书',
    class: 'notice',
    domain: '通用',
    stage: '任意',
    direction: 'outward',
    articles: [],
    basis: '',
    layout,
    sections: [{ title: '内容', fields: [field, rows] }],
    body: layout === 'letter' ? '{{ text }}' : undefined,
  }),
  values: { text: common, rows: [{ name: '名称' }] },
  signatures: [],
  approvals: [],
  number: null,
  date: undated,
  office: Office.parse({ name: '人力资源和社会保障局', code: '人社', government: '人民政府', courts: ['人民法院'] }),
  caseFacts: { number: '', causeName: '' },
  papers: [],
  exhibits: [],
  state: 'draft',
});

/** Reads the fonts and prints a paper of every layout once, so that a clerk's first preview is as quick as the next. */
export async function warmUp(fonts: Fonts, texts: Texts): Promise<void> {
  for (const layout of ['letter', 'form', 'record', 'list'] as const) await printPaper(job(layout), fonts, texts);
}
