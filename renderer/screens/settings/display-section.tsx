import { useSession } from '../../data/session.ts';
import { SIZES, useTextSize } from '../../parts/display/text-size.ts';

const HOST_WORDS = { electron: '桌面程序', chromium: '浏览器窗口', headless: '本机地址' } as const;

/** 显示: text size; and what this window is. */
export function DisplaySection() {
  const { size, choose } = useTextSize();
  const { host } = useSession();
  return (
    <section className="settings-section" aria-label="显示">
      <fieldset className="choice-row">
        <legend>字号</legend>
        {SIZES.map((text) => (
          <label key={text} className="check">
            <input type="radio" name="text-size" value={text} checked={text === size} onChange={() => choose(text)} />
            {text}
          </label>
        ))}
      </fieldset>
      <p className="second">字号只对您自己，下次登录仍是这个字号。</p>
      <p className="second">运行方式：{HOST_WORDS[host.kind]}</p>
    </section>
  );
}
