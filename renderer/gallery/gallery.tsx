import { useState } from 'react';
import type { SessionState } from '../../shared/contract/session.ts';
import { SessionContext } from '../data/session.ts';
import { DisplayContext, SIZES, THEMES, useDisplayState } from '../parts/display/display.ts';
import { createKeys, KeysContext, useKeyListener } from '../ui/keys.ts';
import { optionsOf, Select } from '../ui/labelled-fields.tsx';
import { ScreenHead } from '../ui/screen-head.tsx';
import { Controls } from './controls.tsx';
import { Fields } from './fields.tsx';
import { Foundations } from './foundations.tsx';
import css from './gallery.module.css';
import { Layers } from './layers.tsx';
import { Lists } from './lists.tsx';

/** What the widgets are told of the office; there is no office here, and nobody logs in. */
const session: SessionState = {
  profile: 'none',
  people: [],
  operator: null,
  lent: null,
  officeName: null,
  idleLockMinutes: 10,
  notices: [],
  lockedBy: null,
  keyChange: null,
  left: null,
  host: {
    kind: 'headless',
    canChooseFolder: false,
    canRevealFolder: false,
    canProtectScreen: false,
    canPractise: false,
  },
  practice: null,
  today: '2026-04-03',
  anchor: null,
  verifiedAt: null,
  withoutBackupSince: null,
};

/** The gallery keeps no choices: each visit begins as the system asks. */
const forgetful = { read: () => '', set: () => undefined };

/** All widgets in all their states, to look at and to try; photographed and checked by test/e2e/gallery.spec.ts. */
export function Gallery() {
  const [keys] = useState(createKeys);
  const display = useDisplayState(forgetful);
  useKeyListener(keys);
  const { size, chooseSize, theme, chooseTheme } = display;
  return (
    <KeysContext value={keys}>
      <SessionContext value={session}>
        <DisplayContext value={display}>
          <main className={css.page} data-ready>
            <ScreenHead title="组件陈列" facts="全部组件的全部状态。改 renderer/ui 里的组件后先看这里。">
              <Select aria-label="字号" options={optionsOf(SIZES)} value={size} onChange={chooseSize} />
              <Select aria-label="深浅" options={optionsOf(THEMES)} value={theme} onChange={chooseTheme} />
            </ScreenHead>
            <Foundations />
            <Controls />
            <Fields />
            <Lists />
            <Layers />
          </main>
        </DisplayContext>
      </SessionContext>
    </KeysContext>
  );
}
