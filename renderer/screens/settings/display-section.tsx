import { RadioRow } from '../../ui/choices.tsx';
import { optionsOf } from '../../ui/labelled-fields.tsx';
import { useSession } from '../../data/session.ts';
import { SIZES, THEMES, useDisplay } from '../../parts/display/display.ts';
import css from './settings.module.css';

const HOST_WORDS = { electron: '桌面程序', chromium: '浏览器窗口', headless: '本机地址' } as const;

/** 显示: text size, light or dark; and what this window is. */
export function DisplaySection() {
  const { size, chooseSize, theme, chooseTheme } = useDisplay();
  const { host } = useSession();
  return (
    <section className={css.section} aria-label="显示">
      <RadioRow legend="字号" name="text-size" options={optionsOf(SIZES)} value={size} onChange={chooseSize} />
      <RadioRow legend="深浅" name="theme" options={optionsOf(THEMES)} value={theme} onChange={chooseTheme} />
      <p className="second">字号和深浅只对您自己，下次登录仍是这样。文书和证据的颜色始终不变。</p>
      <p className="second">运行方式：{HOST_WORDS[host.kind]}</p>
    </section>
  );
}
