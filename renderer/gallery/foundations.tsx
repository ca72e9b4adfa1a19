import { Icon, iconNames } from '../ui/icon.tsx';
import { Exhibit } from './exhibit.tsx';
import css from './gallery.module.css';

const sizes = [
  ['figure', '数字 24/32', css.figure],
  ['title', '屏标题 20/28', css.title],
  ['pane', '栏标题 17/26', css.pane],
  ['law', '条文 16/30', css.law],
  ['body', '正文 15/24', ''],
  ['help', '标签、说明 13/20', css.help],
  ['meta', '角标、按键 12/18', css.meta],
] as const;

const swatches = [
  ['正文', css.text],
  ['次要', css.second],
  ['选中', css.choice],
  ['法律后果', css.harm],
  ['将到期', css.soon],
  ['注意', css.care],
  ['完好', css.good],
] as const;

const kinds = [
  ['paper', '文书', css.kindPaper],
  ['handover', '送达', css.kindService],
  ['film', '音像', css.kindRecording],
  ['picture', '证据', css.kindExhibit],
  ['volume', '案卷', css.kindVolume],
] as const;

/** Text, colours and drawings. */
export const Foundations = () => (
  <>
    <Exhibit title="文字" note="theme/tokens.css">
      {sizes.map(([name, words, look]) => (
        <p key={name} className={look}>
          {words}　辽人社监罚字〔2026〕第 001 号
        </p>
      ))}
    </Exhibit>
    <Exhibit title="颜色" note="theme/tokens.css，对比度由测试计算">
      <div className={css.line}>
        {swatches.map(([words, look]) => (
          <span key={words} className={`${css.swatch} ${look}`}>
            {words}
          </span>
        ))}
      </div>
      <div className={css.line}>
        {kinds.map(([icon, words, look]) => (
          <span key={icon} className={look}>
            <Icon name={icon} /> {words}
          </span>
        ))}
      </div>
    </Exhibit>
    <Exhibit title="图标" note="icon.tsx，总与文字同在">
      <div className={css.line}>
        {iconNames.map((name) => (
          <span key={name} className={css.drawing}>
            <Icon name={name} size={18} />
            {name}
          </span>
        ))}
      </div>
    </Exhibit>
  </>
);
