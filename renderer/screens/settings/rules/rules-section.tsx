import type { RuleSettings } from '../../../../shared/case-file.ts';
import { ArticleLink } from '../../../parts/articles/article-link.tsx';
import { Check } from '../../../ui/choices.tsx';
import { NumberField, optionsOf, SelectField } from '../../../ui/labelled-fields.tsx';
import {
  bindingWords,
  penaltyTermWords,
  remedyPauseWords,
  ruleFieldKeys,
  ruleFields,
  tradersAsWords,
  volumeOrderWords,
} from '../../../parts/editions/rule-words.ts';
import { RuleForm, type RuleFormParts } from './rule-form.tsx';
import { volumePartOf, volumePartsFor } from '../../../../shared/procedure/volume-part.ts';
import { comesBack } from '../../../../shared/procedure/prints.ts';
import { useDefinitions } from '../../../data/definitions.ts';
import { MultiCombobox } from '../../../ui/multi-combobox.tsx';
import { FormGrid } from '../../../ui/form-grid.tsx';
import { Note } from '../../../ui/note.tsx';

type Line = 'hearingFineUnit' | 'hearingFinePerson';

const isNoLine = (yuan: number | null): boolean => yuan !== null && !(yuan > 0);

const problemOf = ({ hearingFineUnit, hearingFinePerson }: RuleSettings): string | null =>
  [hearingFineUnit, hearingFinePerson].some(isNoLine) ? '罚款线要大于零。' : null;

/** 规则设置: what 法规科 decides for the whole office; the checks read it. */
export function RulesSection() {
  return (
    <RuleForm label="规则设置" keys={ruleFieldKeys} problem={problemOf}>
      {(form) => (
        <>
          <h2>较大数额罚款（听证、法制审核和集体讨论的线）</h2>
          {(form.draft.hearingFineUnit === null || form.draft.hearingFinePerson === null) && (
            <Note>
              <p>
                吉林省的标准没有查到，工作站不设默认值，须由法规科按现行规定确定（行政处罚法第五十八条、第六十三条）。
              </p>
            </Note>
          )}
          <FormGrid>
            <FineLine form={form} line="hearingFineUnit" label="对单位，满多少元" />
            <FineLine form={form} line="hearingFinePerson" label="对个人，满多少元" />
          </FormGrid>
          <h2>审批和锁定</h2>
          <Approving form={form} />
          <h2>立卷归档</h2>
          <Binding form={form} />
          <InnerPapers form={form} />
          <h2>办案期限</h2>
          <Terms form={form} />
          <h2>页脚识别码</h2>
          <PageCodes form={form} />
        </>
      )}
    </RuleForm>
  );
}

function FineLine({
  form: { draft, change, readOnly },
  line,
  label,
}: {
  form: RuleFormParts;
  line: Line;
  label: string;
}) {
  return (
    <NumberField
      label={label}
      problem={isNoLine(draft[line]) ? '罚款线要大于零。' : undefined}
      help={draft[line] === null ? '还没有确定：罚款案件出具决定前会提醒。' : undefined}
      name={line}
      readOnly={readOnly}
      value={draft[line]}
      onChange={(yuan) => change({ [line]: yuan })}
    />
  );
}

/** Which papers are printed without the code that leads a scan back to its page. */
function PageCodes({ form: { draft, change, readOnly } }: { form: RuleFormParts }) {
  const { data } = useDefinitions();
  const options = (data?.templates ?? []).filter(comesBack).map(({ id, name }) => ({ id, label: name }));
  return (
    <>
      <p>
        要签字、盖章的文书，每页页脚印一个小识别码，扫描回来凭它找到是哪份文书的哪一页（
        <ArticleLink article={17} />
        ）。公文格式不许有的，在这里免去；免去的文书收回后要人工指定。
      </p>
      <label htmlFor="without-page-code">{ruleFields.withoutPageCode.name}</label>
      <MultiCombobox
        id="without-page-code"
        chosenLabel={ruleFields.withoutPageCode.name}
        readOnly={readOnly}
        options={options}
        value={draft.withoutPageCode}
        onChange={(withoutPageCode) => change({ withoutPageCode })}
      />
    </>
  );
}

/** Which papers go into the 副卷, apart from what courts and reconsideration bodies see. */
function InnerPapers({ form: { draft, change, readOnly } }: { form: RuleFormParts }) {
  const { data } = useDefinitions();
  const templates = (data?.templates ?? []).filter((template) => template.class !== 'archive');
  const inner = templates.filter((template) => volumePartOf(template, draft) === '副卷').map(({ id }) => id);
  return (
    <>
      <p>
        案源材料、内部审批、审核、讨论和结案的文书归档时装入副卷，自有目录和页号；向法院、复议机关只提供正卷（
        <ArticleLink article={35} />、
        <ArticleLink article={41} />
        ）。改了的从新立的案件起算，已经成卷的不动。
      </p>
      <label htmlFor="inner-papers">装入副卷的文书</label>
      <MultiCombobox
        id="inner-papers"
        chosenLabel="装入副卷的文书"
        readOnly={readOnly}
        options={templates.map(({ id, name }) => ({ id, label: name }))}
        value={inner}
        onChange={(ids) => change({ volumeParts: volumePartsFor(ids, templates) })}
      />
    </>
  );
}

/** How a filed case is bound: one volume or two, in which order, and where its pages are numbered. */
function Binding({ form: { draft, change, readOnly } }: { form: RuleFormParts }) {
  return (
    <FormGrid>
      <SelectField
        label={ruleFields.volumeOrder.name}
        required
        help="两种排法在评查标准里都有，全局用一种。"
        name="volumeOrder"
        disabled={readOnly}
        options={optionsOf(['process', 'conclusion'], volumeOrderWords)}
        value={draft.volumeOrder}
        onChange={(volumeOrder) => change({ volumeOrder })}
      />
      <SelectField
        label={ruleFields.binding.name}
        required
        help="副卷另有封面、目录和页号；没有内部材料的案件只有一卷。"
        name="binding"
        disabled={readOnly}
        options={optionsOf(['正副卷', '一卷'], bindingWords)}
        value={draft.binding}
        onChange={(binding) => change({ binding })}
      />
      <SelectField
        label={ruleFields.pageNumberPlace.name}
        required
        name="pageNumberPlace"
        disabled={readOnly}
        options={optionsOf(['右下角', '右上角'])}
        value={draft.pageNumberPlace}
        onChange={(pageNumberPlace) => change({ pageNumberPlace })}
      />
    </FormGrid>
  );
}

/** Disputed law: which time limit counts. */
function Terms({ form: { draft, change, readOnly } }: { form: RuleFormParts }) {
  return (
    <FormGrid>
      <SelectField
        label={ruleFields.penaltyTerm.name}
        required
        help="九十日依行政处罚法第六十条，另有规定的从其规定：劳动保障监察条例第十七条、若干规定第三十七条。"
        name="penaltyTerm"
        disabled={readOnly}
        options={optionsOf(['劳动保障监察', '九十日'], penaltyTermWords)}
        value={draft.penaltyTerm}
        onChange={(penaltyTerm) => change({ penaltyTerm })}
      />
      <SelectField
        label={ruleFields.judgedTerm.name}
        required
        help="三个月依行政强制法第五十三条，二年依行政诉讼法第九十五条和行诉解释第一百五十三条；有争议，请与管辖法院确认。"
        name="judgedTerm"
        disabled={readOnly}
        options={optionsOf(['三个月', '二年'])}
        value={draft.judgedTerm}
        onChange={(judgedTerm) => change({ judgedTerm })}
      />
      <SelectField
        label={ruleFields.tradersAs.name}
        required
        help="当场处罚的限额（行政处罚法第五十一条）和听证的“较大数额”分公民和组织，个体工商户算哪一种法律没有写明。"
        name="tradersAs"
        disabled={readOnly}
        options={optionsOf(['组织', '公民'], tradersAsWords)}
        value={draft.tradersAs}
        onChange={(tradersAs) => change({ tradersAs })}
      />
      <MoreTerms form={{ draft, change, readOnly }} />
    </FormGrid>
  );
}

/** Disputed law: from when on, in which days, up to what. */
function MoreTerms({
  form: { draft, change, readOnly },
}: {
  form: Pick<RuleFormParts, 'draft' | 'change' | 'readOnly'>;
}) {
  return (
    <>
      <SelectField
        label={ruleFields.remedyPause.name}
        required
        help="行政处罚法第七十三条第三款只写复议、诉讼期间，没有写从申请（起诉）还是从受理（立案）起。"
        name="remedyPause"
        disabled={readOnly}
        options={optionsOf(['申请之日', '受理之日'], remedyPauseWords)}
        value={draft.remedyPause}
        onChange={(remedyPause) => change({ remedyPause })}
      />
      <SelectField
        label={ruleFields.staffingTerm.name}
        required
        help="人力资源市场暂行条例第十九条没有写明是工作日；行政许可法第八十二条只管该法规定的期限。"
        name="staffingTerm"
        disabled={readOnly}
        options={optionsOf(['工作日', '自然日'])}
        value={draft.staffingTerm}
        onChange={(staffingTerm) => change({ staffingTerm })}
      />
      <SelectField
        label={ruleFields.lateFeeCap.name}
        required
        help="行政强制法第四十五条第二款的上限是否及于社会保险费滞纳金有争议，请与征收机构和法院确认。"
        name="lateFeeCap"
        disabled={readOnly}
        options={optionsOf(['不设上限', '以欠缴额为限'])}
        value={draft.lateFeeCap}
        onChange={(lateFeeCap) => change({ lateFeeCap })}
      />
    </>
  );
}

function Approving({ form: { draft, change, readOnly } }: { form: RuleFormParts }) {
  return (
    <>
      <Check
        name="leaderSignsFiling"
        disabled={readOnly}
        checked={draft.leaderSignsFiling}
        onChange={(leaderSignsFiling) => change({ leaderSignsFiling })}
      >
        <span>
          立案须经局领导签批（
          <ArticleLink article={13} />）
        </span>
      </Check>
      <Check
        name="blankOpinionAgrees"
        disabled={readOnly}
        checked={draft.blankOpinionAgrees}
        onChange={(blankOpinionAgrees) => change({ blankOpinionAgrees })}
      >
        <span>
          审批时点“同意”而没有写意见的，记为“同意。”（
          <ArticleLink article={13} />
          只要求有意见，本机关另有要求的请取消）
        </span>
      </Check>
      <FormGrid>
        <NumberField
          label={ruleFields.idleLockMinutes.name}
          required
          help="1 到 120 分钟。锁定前会先保存正在填写的内容。"
          decimals={0}
          name="idleLockMinutes"
          readOnly={readOnly}
          value={draft.idleLockMinutes}
          onChange={(minutes) => change({ idleLockMinutes: Math.min(120, Math.max(1, minutes ?? 1)) })}
        />
      </FormGrid>
    </>
  );
}
