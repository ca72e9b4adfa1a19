import { useRef } from 'react';
import { HelpOf } from '../../parts/help/help-text.tsx';
import css from '../../parts/help/help.module.css';
import { SidePane } from '../../ui/side-pane.tsx';
import { TabPanel, TabRow, Tabs } from '../../ui/tabs.tsx';
import { places, type Place } from '../places.ts';
import { useFieldInHand } from './field-in-hand.ts';
import { KeyList } from './key-list.tsx';
import { placeHelp } from './place-help.ts';

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
                {place !== undefined && <HelpOf name={place.name} text={textOf(place)} />}
              </>
            )}
          </TabPanel>
        </Tabs>
      </div>
    </SidePane>
  );
}

const keyOf = new Map(Object.entries(places).map(([key, place]) => [place.path, key as keyof typeof places]));

const textOf = (place: Place) => placeHelp[keyOf.get(place.path) ?? 'today'];
