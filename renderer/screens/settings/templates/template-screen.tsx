import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { byteRoutes } from '../../../../shared/contract/bytes.ts';
import type { TemplateEdition } from '../../../../shared/contract/regulation.ts';
import { EmptyState } from '../../../parts/articles/empty-state.tsx';
import type { PdfSource } from '../../../parts/pdf/pdf-engine.ts';
import { pdfFaultSentence } from '../../../parts/pdf/pdf-engine.ts';
import { PdfView } from '../../../parts/pdf/pdf-view.tsx';
import { printPdf } from '../../../parts/pdf/print-pdf.ts';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { ScreenHead } from '../../../ui/screen-head.tsx';
import { RefusalNote } from '../../../parts/refusals/refusal-note.tsx';
import { Unverified } from '../../../parts/findings/unverified.tsx';
import { useDefinitions } from '../../../data/definitions.ts';
import { useRight } from '../../../data/rights.ts';
import { queries } from '../../../data/queries.ts';
import { EditionSave } from '../edition-save.tsx';
import { TemplateTabs } from './template-tabs.tsx';
import css from './templates.module.css';
import { useNewPaperLike } from './use-new-paper.ts';
import { useTemplateEdit, type TemplateEdit } from './use-template-edit.ts';
import { Problem } from '../../../ui/labelled.tsx';

/** One template: its form to edit at the left, its page at the right. */
export function TemplateScreen() {
  const { id } = useParams({ from: '/settings/templates/$id' });
  const editions = useQuery(queries.regulation.templateEditions.queryOptions({ input: { templateId: id } }));
  return (
    <div className={css.screen} data-ready={editions.data !== undefined || undefined}>
      <RefusalNote error={editions.error} />
      {editions.data !== undefined && <Opened key={id} id={id} editions={editions.data} />}
    </div>
  );
}

function Opened({ id, editions }: { id: string; editions: readonly TemplateEdition[] }) {
  const notMine = useRight('regulation.saveTemplate');
  const edit = useTemplateEdit(id, editions, notMine === null);
  if (edit === null)
    return (
      <EmptyState
        title={`没有编号为 ${id} 的文书。`}
        why="可能还没有保存，或者已经放弃。"
        action={
          <Link to="/settings" search={{ section: 'templates' }}>
            回到文书模板
          </Link>
        }
      />
    );
  const { draft, faults } = edit;
  const firstFault = [...faults.values()][0];
  return (
    <>
      <Head edit={edit} editions={editions} notMine={notMine} />
      <div className={css.split}>
        <div className={css.edit}>
          <TemplateTabs edit={edit} editions={editions} notMine={notMine} />
          {notMine === null ? (
            <Foot edit={edit} editions={editions} fault={firstFault ?? null} />
          ) : (
            <p className={css.readOnly}>{notMine}</p>
          )}
        </div>
        <Sample
          edit={edit}
          isWrong={firstFault !== undefined}
          blank={notMine === null ? null : byteRoutes.blankForm.url({ templateId: draft.id })}
        />
      </div>
    </>
  );
}

interface PartProps {
  edit: TemplateEdit;
  editions: readonly TemplateEdition[];
}

const versionWords = ([newest]: readonly TemplateEdition[]): string => {
  if (newest === undefined) return '还没有保存';
  return newest.effectiveFrom === '' ? '程序原版' : `第${newest.template.version}版`;
};

function Head({ edit: { draft }, editions, notMine }: PartProps & { notMine: string | null }) {
  const blank = useMemo<PdfSource>(() => ({ url: byteRoutes.blankForm.url({ templateId: draft.id }) }), [draft.id]);
  const inForce = useDefinitions().data?.templates.some((template) => template.id === draft.id) ?? false;
  const like = useNewPaperLike(draft.id);
  return (
    <ScreenHead
      title={draft.name === '' ? '（没有名称）' : draft.name}
      facts={
        <>
          <Link to="/settings" search={{ section: 'templates' }}>
            文书模板
          </Link>
          {'　'}
          {draft.id}　{draft.domain}　{draft.stage}　{versionWords(editions)}
        </>
      }
      chip={<Unverified of={`template:${draft.id}`} />}
    >
      {notMine === null && (
        <ReasonButton kind="quiet" reason={inForce ? null : '这种文书还没有生效。'} onClick={like}>
          照此新建
        </ReasonButton>
      )}
      <PrintBlank source={blank} reason={inForce ? null : '生效以后才能打印空白文书；现在可以看右边的样张。'} />
    </ScreenHead>
  );
}

function Foot({ edit, editions, fault }: PartProps & { fault: string | null }) {
  const { draft, changes, overtaken } = edit;
  const cache = useQueryClient();
  const save = useMutation({
    ...queries.regulation.saveTemplate.mutationOptions(),
    onSuccess: (edition) => {
      cache.setQueryData(queries.regulation.templateEditions.queryKey({ input: { templateId: draft.id } }), [
        edition,
        ...editions,
      ]);
      edit.saved(edition.template);
    },
  });
  const stale =
    overtaken === null
      ? null
      : `您填写期间，${overtaken.by}保存了第${overtaken.template.version}版。请在“历次版本”看清它改了什么，再接着改或者放弃改动。`;
  return (
    <footer className={css.foot}>
      <EditionSave
        of={`template ${draft.id}`}
        label={editions.length === 0 ? '保存为第1版' : undefined}
        saving={save}
        reason={stale ?? fault}
        changes={changes}
        onSave={(edition, saved) => save.mutate({ template: draft, ...edition }, { onSuccess: saved })}
        data-testid="save-template"
      >
        {overtaken !== null && (
          <ReasonButton onClick={() => edit.set({ ...draft, version: overtaken.template.version })}>
            已看清，接着改
          </ReasonButton>
        )}
        {changes.length > 0 && (
          <ReasonButton kind="quiet" onClick={edit.reset}>
            放弃{editions.length === 0 ? '新建' : '改动'}
          </ReasonButton>
        )}
      </EditionSave>
      {stale !== null && <Problem>{stale}</Problem>}
    </footer>
  );
}

/** The page as it would print; whoever may not edit sees the blank form in force. */
function Sample({
  edit: { draft, page, pageFault },
  isWrong,
  blank,
}: {
  edit: TemplateEdit;
  isWrong: boolean;
  blank: string | null;
}) {
  const inForce = useMemo<PdfSource | null>(() => (blank === null ? null : { url: blank }), [blank]);
  const shown = inForce ?? page;
  return (
    <section className={css.page} aria-label="样张" data-pane>
      <p className={css.pageNote}>{isWrong ? '改正标红的地方后，样张会更新' : '空白样张，与打印出来的一致'}</p>
      {pageFault !== null && <RefusalNote error={pageFault} />}
      {shown === null ? (
        <EmptyState
          title={isWrong ? '还不能排样张' : '正在排样张'}
          why={isWrong ? '改正标红的地方，样张就排出来。' : '样张按现在的内容排出。'}
        />
      ) : (
        <PdfView source={shown} label={`${draft.name}样张`} />
      )}
    </section>
  );
}

/** The blank form that is in force, to be filled by hand when the machine cannot be used. */
function PrintBlank({ source, reason }: { source: PdfSource; reason: string | null }) {
  const print = useMutation({ mutationFn: () => printPdf(source) });
  return (
    <>
      {print.error !== null && <span role="alert">{pdfFaultSentence(print.error)}</span>}
      <ReasonButton reason={reason} busy={print.isPending} onClick={() => print.mutate()} data-testid="print-blank">
        打印空白文书
      </ReasonButton>
    </>
  );
}
