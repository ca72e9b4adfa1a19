import { useRef } from 'react';
import { SidePane } from '../../ui/side-pane.tsx';
import { TabPanel, TabRow, Tabs } from '../../ui/tabs.tsx';
import { places, type Place } from '../places.ts';
import { useFieldInHand } from './field-in-hand.ts';
import { KeyList } from './key-list.tsx';
import { KeyText } from './key-text.tsx';
import { placeHelp } from './place-help.ts';
import css from './help.module.css';

export type HelpPart = 'use' | 'keys';

export interface HelpPaneProps {
  place: Place | undefined;
  part: HelpPart;
  onPart: (part: HelpPart) => void;
  onClose: () => void;
  /** Given the element in which the part of the screen in hand says what it is for. */
  onSlot: (slot: HTMLElement | null) => void;
}

const PARTS = [
  { key: 'use', label: '怎么用' },
  { key: 'keys', label: '键的一览' },
] as const;

/** Help beside the work: of the field and the paper in hand, then of the screen; and the keys that work there. */
export function HelpPane({ place, part, onPart, onClose, onSlot }: HelpPaneProps) {
  const body = useRef<HTMLDivElement>(null);
  const field = useFieldInHand(body);
  return (
    <SidePane title={`帮助　${place?.name ?? ''}`} onClose={onClose} closeHint="收起帮助">
      <div ref={body} className={css.help} data-testid="help">
        <Tabs selected={part} onSelect={onPart}>
          <TabRow label="看帮助还是看键" tabs={PARTS} />
          <TabPanel tab={part} className={css.panel}>
            {part === 'keys' ? (
              <KeyList />
            ) : (
              <>
                {field !== null && (
                  <section className={css.part} data-testid="help-field">
                    <h3>栏目：{field.label}</h3>
                    {field.sentences.map((sentence) => (
                      <p key={sentence}>{sentence}</p>
                    ))}
                  </section>
                )}
                <div ref={onSlot} className={css.slot} />
                {place !== undefined && <OfPlace place={place} />}
              </>
            )}
          </TabPanel>
        </Tabs>
      </div>
    </SidePane>
  );
}

const keyOf = new Map(Object.entries(places).map(([key, place]) => [place.path, key as keyof typeof places]));

function OfPlace({ place }: { place: Place }) {
  const { purpose, steps, after } = placeHelp[keyOf.get(place.path) ?? 'today'];
  return (
    <section className={css.part} data-testid="help-place">
      <h3>{place.name}怎么用</h3>
      <p>
        <KeyText text={purpose} />
      </p>
      <ol>
        {steps.map((step) => (
          <li key={step}>
            <KeyText text={step} />
          </li>
        ))}
      </ol>
      <p>
        <strong>以后：</strong>
        <KeyText text={after} />
      </p>
    </section>
  );
}
