import { useNavigate } from '@tanstack/react-router';
import type { CaseFile, Volume } from '../../../shared/case-file.ts';
import { partiesTitle } from '../../../shared/procedure/parties.ts';
import { ArticleLink } from '../../parts/articles/article-link.tsx';
import { DayText } from '../../parts/days/day.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { useRight } from '../../data/rights.ts';
import { VolumePreview } from '../../parts/records/volume-preview.tsx';
import css from './archive.module.css';
import { paperIds } from '../../../shared/template/paper-ids.ts';

/** A filed case: its dossier in view, what the volume is known by, and what comes next. */
export function FiledVolume({ file, volume, ownMotion }: { file: CaseFile; volume: Volume; ownMotion: boolean }) {
  const navigate = useNavigate();
  const mayNotHandOver = useRight('handover.plan');
  const caseId = file.case.id;
  const record = file.papers.find(
    (paper) => paper.templateId === paperIds.legalSectionFiling && paper.status !== 'void',
  );
  return (
    <div className={css.filed} data-ready>
      <div className={css.filedFacts} data-pane>
        <h1>
          {partiesTitle(file.parties.map((party) => party.name))}　{file.case.causeName}
        </h1>
        <dl className={css.facts}>
          <dt>归档号</dt>
          <dd>{volume.archiveNo}</dd>
          <dt>案号</dt>
          <dd>{file.case.number}</dd>
          <dt>卷内文件</dt>
          <dd>
            {volume.items} 件，{volume.pages} 页
          </dd>
          <dt>保管期限</dt>
          <dd>{volume.retention}</dd>
          <dt>归档日期</dt>
          <dd>
            <DayText value={volume.filedAt} />
          </dd>
          <dt>立卷人</dt>
          <dd>{volume.filer}</dd>
          <dt>检查人</dt>
          <dd>{volume.inspector}</dd>
          <dt>SHA-256</dt>
          <dd className={css.hash}>{volume.sha256}</dd>
        </dl>
        {ownMotion && (
          <section className={css.next}>
            <h2>法规科备案</h2>
            <p>
              {record?.status === 'issued'
                ? `备案登记表已出具${record.number === null ? '' : `（${record.number}）`}。`
                : '依职权办理的案件，还应当在归档期限内报局法规科备案。'}
              <ArticleLink article={35} />
            </p>
            <ReasonButton
              onClick={() => void navigate({ to: '/cases/$id', params: { id: caseId }, search: { paper: record?.id } })}
              data-testid="legal-section-record"
            >
              {record === undefined ? '到案件里办理备案' : '打开备案登记表'}
            </ReasonButton>
          </section>
        )}
        <section className={css.next}>
          <h2>移送</h2>
          <p>法院、复议机关来调卷的，从这里提供材料。</p>
          <ReasonButton
            reason={mayNotHandOver}
            onClick={() => void navigate({ to: '/handover/$caseId', params: { caseId } })}
          >
            准备移送材料
          </ReasonButton>
        </section>
      </div>
      <VolumePreview volume={volume} />
    </div>
  );
}
