import { RadioRow } from '../../ui/choices.tsx';
import { optionsOf } from '../../ui/labelled-fields.tsx';
import { useSession } from '../../data/session.ts';
import { SIZES, useTextSize } from '../../parts/display/text-size.ts';
import css from './settings.module.css';

const HOST_WORDS = { electron: '桌面程序', chromium: '浏览器窗口', headless: '本机地址' } as const;

/** 显示: text size; and what this window is. */
export function DisplaySection() {
  const { size, choose } = useTextSize();
  const { host } = useSession();
  return (
    <section className={css.section} aria-label="显示">
      <RadioRow legend="字号" name="text-size" options={optionsOf(SIZES)} value={size} onChange={choose} />
      <p className="second">字号只对您自己，下次登录仍是这个字号。</p>
      <p className="second">运行方式：{HOST_WORDS[host.kind]}</p>
    </section>
  );
}
