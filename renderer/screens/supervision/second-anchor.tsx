import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FolderTicket } from '../../../shared/contract/desktop.ts';
import { queries } from '../../data/queries.ts';
import { useRight } from '../../data/rights.ts';
import { DayText } from '../../parts/days/day.tsx';
import { TargetFolder } from '../../parts/folders/target-folder.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ButtonRow } from '../../ui/button-row.tsx';
import { Fact, Facts } from '../../ui/fact.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import css from './supervision.module.css';

/** Where the anchor lies apart from this machine: a folder set back as a whole is told by nothing on the machine itself. */
export function SecondAnchorPlace() {
  const cache = useQueryClient();
  const second = useQuery(queries.supervision.secondAnchor.queryOptions());
  const refresh = (): void => void cache.invalidateQueries({ queryKey: queries.supervision.secondAnchor.key() });
  if (second.data === undefined) return <RefusalNote error={second.error} />;
  const place = second.data;
  return (
    <details className={css.wide}>
      <summary>锚点的第二存放处{place === null ? '（没有指定）' : place.isThere ? '' : '（现在打不开）'}</summary>
      {place !== null && (
        <Facts inLine>
          <Fact term="存放在">{place.folder}</Fact>
          <Fact term="指定于">
            <DayText value={place.namedAt} />
          </Fact>
          <Fact term="现在">
            {place.isThere ? '可以写入' : <strong className="harm">打不开，请接好优盘或者文件夹</strong>}
          </Fact>
        </Facts>
      )}
      <p className="second">
        整个案卷库被换成旧的，本机自己看不出来。在法规科保管的优盘或者文件夹里另存一份锚点，每次登录自动核对，锁定时写入；里面只有记录的条数和校验值，没有案卷内容。
      </p>
      {place === null ? <NamePlace onNamed={refresh} /> : <DropPlace onDropped={refresh} />}
    </details>
  );
}

function DropPlace({ onDropped }: { onDropped: () => void }) {
  const notMine = useRight('supervision.dropSecondAnchor');
  const drop = useMutation({ ...queries.supervision.dropSecondAnchor.mutationOptions(), onSuccess: onDropped });
  return (
    <>
      <RefusalNote error={drop.error} onClose={drop.reset} />
      <ButtonRow>
        <ReasonButton reason={notMine} busy={drop.isPending} onClick={() => drop.mutate(undefined)}>
          停用，另外指定
        </ReasonButton>
      </ButtonRow>
    </>
  );
}

function NamePlace({ onNamed }: { onNamed: () => void }) {
  const notMine = useRight('supervision.nameSecondAnchor');
  const [folder, setFolder] = useState<FolderTicket | null>(null);
  const name = useMutation({
    ...queries.supervision.nameSecondAnchor.mutationOptions(),
    onSuccess: onNamed,
  });
  if (notMine !== null) return <p className="second">{notMine}</p>;
  return (
    <>
      <TargetFolder title="选择另存锚点的文件夹" folder={folder} onFolder={setFolder} />
      <RefusalNote error={name.error} onClose={name.reset} />
      <ButtonRow>
        <ReasonButton
          reason={folder === null ? '请先定下另存锚点的文件夹。' : null}
          busy={name.isPending}
          onClick={() => folder !== null && name.mutate({ folderTicket: folder.ticket })}
          data-testid="name-second-anchor"
        >
          指定为第二存放处
        </ReasonButton>
      </ButtonRow>
    </>
  );
}
