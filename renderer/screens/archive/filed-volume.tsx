import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseFile, Officer, Volume } from '../../../shared/case-file.ts';
import { partiesTitle } from '../../../shared/procedure/parties.ts';
import { ArticleLink } from '../../parts/articles/article-link.tsx';
import { DayText } from '../../parts/days/day.tsx';
import { Fact, Facts } from '../../ui/fact.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { useRight } from '../../data/rights.ts';
import { VolumePreview, volumeWords } from '../../parts/records/volume-preview.tsx';
import css from './archive.module.css';
import { Supplements } from './supplements.tsx';
import { paperIds } from '../../../shared/template/paper-ids.ts';

interface FiledVolumeProps {
  file: CaseFile;
  /** The first one, and behind it those of what came later. */
  volumes: readonly [Volume, ...Volume[]];
  people: readonly Officer[];
  ownMotion: boolean;
}

/** A filed case: its volumes in view, what they are known by, and what comes next. */
export function FiledVolume({ file, volumes, people, ownMotion }: FiledVolumeProps) {
  const [first] = volumes;
  const [shownId, setShownId] = useState(first.id);
  const volume = volumes.find(({ id }) => id === shownId) ?? first;
  return (
    <div className={css.filed} data-ready>
      <ScreenHead title={partiesTitle(file.parties.map((party) => party.name))} facts={file.case.causeName} />
      <div className={css.filedFacts} data-pane>
        <VolumeList volumes={volumes} shown={volume} onShow={({ id }) => setShownId(id)} />
        <Facts>
          <Fact term="归档号">{volume.archiveNo}</Fact>
          <Fact term="案号">{file.case.number}</Fact>
          <Fact term="卷内文件">
            {volume.items} 件，{volume.pages} 页
          </Fact>
          <Fact term="保管期限">{volume.retention}</Fact>
          <Fact term="归档日期">
            <DayText value={volume.filedAt} />
          </Fact>
          <Fact term="立卷人">{volume.filer}</Fact>
          <Fact term="检查人">{volume.inspector}</Fact>
          <Fact term="SHA-256" className={css.hash}>
            {volume.sha256}
          </Fact>
        </Facts>
        {ownMotion && <LegalSectionRecord file={file} />}
        <Supplements file={file} people={people} />
        <HandoverLink caseId={file.case.id} />
      </div>
      <VolumePreview volume={volume} />
    </div>
  );
}

interface VolumeListProps {
  volumes: readonly Volume[];
  shown: Volume;
  onShow: (volume: Volume) => void;
}

/** 正卷, 副卷 and what came later, of which one is shown. */
function VolumeList({ volumes, shown, onShow }: VolumeListProps) {
  if (volumes.length < 2) return null;
  return (
    <ul className={css.volumes} aria-label="本案各卷">
      {volumes.map((volume) => (
        <li key={volume.id}>
          <button type="button" aria-pressed={volume.id === shown.id} onClick={() => onShow(volume)}>
            {volumeWords(volume)} {volume.archiveNo}　{volume.items}件 {volume.pages}页
          </button>
        </li>
      ))}
    </ul>
  );
}

/** 法规科备案: cases begun of the bureau's own motion are put on record there too (第三十五条). */
function LegalSectionRecord({ file }: { file: CaseFile }) {
  const navigate = useNavigate();
  const record = file.papers.find(
    (paper) => paper.templateId === paperIds.legalSectionFiling && paper.status !== 'void',
  );
  return (
    <section className={css.next}>
      <h2>法规科备案</h2>
      <p>
        {record?.status === 'issued'
          ? `备案登记表已出具${record.number === null ? '' : `（${record.number}）`}。`
          : '依职权办理的案件，还应当在归档期限内报局法规科备案。'}
        <ArticleLink article={35} />
      </p>
      <ReasonButton
        onClick={() => void navigate({ to: '/cases/$id', params: { id: file.case.id }, search: { paper: record?.id } })}
        data-testid="legal-section-record"
      >
        {record === undefined ? '到案件里办理备案' : '打开备案登记表'}
      </ReasonButton>
    </section>
  );
}

function HandoverLink({ caseId }: { caseId: string }) {
  const navigate = useNavigate();
  const mayNotHandOver = useRight('handover.plan');
  return (
    <section className={css.next}>
      <h2>移送</h2>
      <p>法院、复议机关来调卷的，从这里提供正卷材料；副卷的内部材料不外送。</p>
      <ReasonButton
        reason={mayNotHandOver}
        onClick={() => void navigate({ to: '/handover/$caseId', params: { caseId } })}
      >
        准备移送材料
      </ReasonButton>
    </section>
  );
}
