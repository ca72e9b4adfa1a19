import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { SearchHit } from '../../../shared/contract/households.ts';
import { isComposing, useKey } from '../../ui/keys.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useRight } from '../../data/rights.ts';
import { queries } from '../../data/queries.ts';
import { HitLine } from './hit-line.tsx';
import './search.css';

const LONGEST = 20;

/** The search field on top (F3): party, case, paper, exhibit; by name, pinyin initials, code, or words of a paper. */
export function SearchField() {
  const [text, setText] = useState('');
  const [composing, setComposing] = useState(false);
  const [open, setOpen] = useState(false);
  const [position, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const navigate = useNavigate();
  const notMine = useRight('households.search');
  useKey('F3', () => field.current?.select(), { hint: '查找' });

  // Half a pinyin syllable finds nothing but noise.
  const query = useDeferredValue(composing ? '' : text.trim());
  const found = useQuery({
    ...queries.households.search.queryOptions({ input: { query, limit: 30 } }),
    enabled: open && query !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const hits = query === '' ? [] : (found.data ?? []);
  const shown = open && query !== '';

  const close = (): void => {
    setOpen(false);
    field.current?.blur();
  };
  const go = (hit: SearchHit): void => {
    close();
    if (hit.kind === 'household' || hit.caseId === null)
      void navigate({ to: '/households/$id', params: { id: hit.householdId ?? hit.id } });
    else
      void navigate({
        to: '/cases/$id',
        params: { id: hit.caseId },
        search: {
          paper: hit.kind === 'paper' ? hit.id : undefined,
          exhibit: hit.kind === 'exhibit' ? hit.id : undefined,
        },
      });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    const hit = hits[position];
    if (event.key === 'ArrowDown') setAt(Math.min(position + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(position - 1, 0));
    else if (event.key === 'Enter' && hit !== undefined) go(hit);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };

  return (
    <div className="search" role="search" data-pane>
      <input
        ref={field}
        type="search"
        className="input"
        name="search"
        role="combobox"
        aria-label="查找当事人、案件、文书、证据"
        aria-expanded={shown}
        aria-controls={listId}
        aria-activedescendant={shown && hits.length > 0 ? `${listId}-${position}` : undefined}
        readOnly={notMine !== null}
        title={notMine ?? undefined}
        placeholder={notMine === null ? '查找当事人、案件、文书、证据（F3）' : '查找不在您的岗位之内'}
        autoComplete="off"
        spellCheck={false}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {shown && (
        // Pressing the list, its scroll bar too, must not take the focus from the field: the list would close under the pointer.
        <div className="search-hits" aria-busy={found.isFetching} onMouseDown={(event) => event.preventDefault()}>
          <RefusalNote error={found.error} />
          <ul id={listId} role="listbox" aria-label="查找结果" data-testid="search-hits">
            {hits.map((hit, index) => (
              <HitLine
                key={`${hit.kind}${hit.id}`}
                id={`${listId}-${index}`}
                hit={hit}
                chosen={index === position}
                onChoose={() => go(hit)}
              />
            ))}
          </ul>
          {found.isSuccess && !found.isPlaceholderData && hits.length === 0 && (
            <p className="search-none">
              没有找到“{query}”。可以输入名称中的任意几个字、姓名拼音首字母、信用代码或文号。
            </p>
          )}
        </div>
      )}
    </div>
  );
}
