import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { TemplateEdition } from '../../../../shared/contract/regulation.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import type { PdfSource } from '../../../parts/pdf-engine.ts';
import { pdfFaultSentence } from '../../../parts/pdf-engine.ts';
import { PdfView } from '../../../parts/pdf-view.tsx';
import { printPdf } from '../../../parts/print-pdf.ts';
import { ReasonButton } from '../../../parts/reason-button.tsx';
import { RefusalNote } from '../../../parts/refusal-note.tsx';
import { Unverified } from '../../../parts/unverified.tsx';
import { useRight } from '../../../parts/use-right.ts';
import { queries } from '../../../queries.ts';
import { EditionSave } from '../edition-save.tsx';
import { TemplateTabs } from './template-tabs.tsx';
import css from './templates.module.css';
import { useTemplateEdit } from './use-template-edit.ts';

/** One template: its form to edit at the left, its page at the right. */
export function TemplateScreen() {
  const { id } = useParams({ from: '/settings/templates/$id' });
  const editions = useQuery(queries.regulation.templateEditions.queryOptions({ input: { templateId: id } }));
  const [first, ...others] = editions.data ?? [];
  return (
    <div className={css.screen} data-ready={first !== undefined || undefined}>
      <RefusalNote error={editions.error} />
      {first !== undefined && <Opened key={id} editions={[first, ...others]} />}
    </div>
  );
}

function Opened({ editions }: { editions: readonly [TemplateEdition, ...TemplateEdition[]] }) {
  const notMine = useRight('regulation.saveTemplate');
  const edit = useTemplateEdit(editions, notMine === null);
  const { draft, changes, faults } = edit;
  const cache = useQueryClient();
  const save = useMutation({
    ...queries.regulation.saveTemplate.mutationOptions(),
    onSuccess: (edition) => {
      cache.setQueryData(queries.regulation.templateEditions.queryKey({ input: { templateId: draft.id } }), [edition, ...editions]);
      edit.reset();
    },
  });
  const blank = useMemo<PdfSource>(() => ({ url: `/templates/${draft.id}/blank` }), [draft.id]);
  const page = notMine === null ? edit.page : blank;
  const wrong = [...faults.values()][0];
  return (
    <>
      <header className={css.head}>
        <Link to="/settings" search={{ section: 'templates' }}>文书模板</Link>
        <span className="second" aria-hidden>›</span>
        <h1>{draft.name}</h1>
        <span className="second">{draft.domain}　{draft.stage}　{editions.length === 1 ? '程序原版' : `第${editions[0].template.version}版`}</span>
        <Unverified of={`template:${draft.id}`} />
        <PrintBlank source={blank} />
      </header>
      <div className={css.split}>
        <div className={css.edit}>
          <TemplateTabs edit={edit} editions={editions} notMine={notMine} />
          {notMine === null ? (
            <footer className={css.foot}>
              <EditionSave saving={save} reason={wrong ?? null} changes={changes.length} onSave={(edition, saved) => save.mutate({ template: draft, ...edition }, { onSuccess: saved })} data-testid="save-template">
                {changes.length > 0 && <ReasonButton kind="quiet" onClick={edit.reset}>放弃改动</ReasonButton>}
              </EditionSave>
            </footer>
          ) : <p className={css.readOnly}>{notMine}</p>}
        </div>
        <section className={css.page} aria-label="样张" data-pane>
          <p className={css.pageNote}>{wrong === undefined ? '空白样张，与打印出来的一致' : '改正标红的地方后，样张会更新'}</p>
          {edit.pageFault !== null && <RefusalNote error={edit.pageFault} />}
          {page === null ? <EmptyState title="正在排样张" why="样张按现在的内容排出。" /> : <PdfView source={page} label={`${draft.name}样张`} />}
        </section>
      </div>
    </>
  );
}

/** The blank form that is in force, to be filled by hand when the machine cannot be used. */
function PrintBlank({ source }: { source: PdfSource }) {
  const print = useMutation({ mutationFn: () => printPdf(source) });
  return (
    <span className={css.print}>
      {print.error !== null && <span role="alert">{pdfFaultSentence(print.error)}</span>}
      <ReasonButton busy={print.isPending} onClick={() => print.mutate()} data-testid="print-blank">打印空白文书</ReasonButton>
    </span>
  );
}
