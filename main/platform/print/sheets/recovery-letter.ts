import type { Content } from 'pdfmake/interfaces';
import type { Printed } from '../compose.ts';
import type { Fonts } from '../fonts.ts';
import { chineseDay } from '../../../../shared/time/chinese-day.ts';
import { chineseMoment } from '../format.ts';
import { mm } from '../page.ts';
import { printPlain } from './plain.ts';

/** The recovery letter (恢复信): the one thing that opens the case store when every password is lost. */
export interface RecoveryLetter {
  /** Groups of characters joined by `-`. */
  code: string;
  /** Name of the office. */
  office: string;
  /** Moment it was made, ISO 8601. */
  madeAt: string;
  madeBy: string;
}

const steps = [
  '本信是打开案卷库的最后一把钥匙。所有人都忘记密码时，在登录页选择“用恢复信找回”，按组输入下面的恢复码。',
  '打印后请当场核对字迹清楚，沿虚线向内对折两次，使恢复码朝里，装入信封，骑缝加盖单位印章并签名封存。',
  '封存的信由负责人交保密柜保管，并在保密柜登记簿上登记；不拍照、不复印、不录入任何电子设备。',
  '拆封使用后，或者怀疑有人看过，请立即在“设置—换发恢复信”中换发，旧的恢复码随即作废。',
];

const perLine = 3;

/** The code in large type, three groups to a line, so that it can be read aloud and typed group by group. */
function codeLines(code: string, set: (text: string, size: number) => Content): Content[] {
  const groups = code.split('-');
  const lines = Array.from({ length: Math.ceil(groups.length / perLine) }, (_, index) =>
    groups.slice(index * perLine, (index + 1) * perLine),
  );
  return lines.map((line) => set(line.join('　'), 26));
}

const fold = (width: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, dash: { length: 4 }, lineWidth: 0.5, lineColor: '#808080' }],
  margin: [0, 18, 0, 18],
});

/** Prints the letter on one page. */
export async function recoveryLetter({ code, office, madeAt, madeBy }: RecoveryLetter, fonts: Fonts): Promise<Printed> {
  const sheet = {
    title: '恢复信',
    author: office,
    date: madeAt,
    margins: { left: mm(28), right: mm(26), top: mm(28), bottom: mm(25) },
    size: 14,
    pitch: 24,
    withoutFooter: true,
  };
  return printPlain(sheet, fonts, ({ set }, width) => [
    set('案卷工作站恢复信', 'title', { fontSize: 26, alignment: 'center', lineHeight: 1.5 }),
    set(office, 'body', { alignment: 'center' }),
    set(`制作时间：${chineseMoment(madeAt)}　　制作人：${madeBy}`, 'body', { fontSize: 12, alignment: 'center' }),
    fold(width),
    ...steps.map((text, index) => set(`${index + 1}．${text}`, 'body', { alignment: 'justify', leadingIndent: 28 })),
    fold(width),
    set('恢复码（数字与大写字母，不含 I、L、O、U）', 'hei', { alignment: 'center' }),
    {
      table: {
        widths: ['*'],
        body: [
          [
            {
              stack: codeLines(code, (text, size) =>
                set(text, 'heiBold', { fontSize: size, lineHeight: 1.6, alignment: 'center' }),
              ),
              margin: [0, 12, 0, 6],
            },
          ],
        ],
      },
      layout: 'form',
      margin: [0, 6, 0, 18],
    },
    set('封存人签名：＿＿＿＿＿＿　　　保管人签名：＿＿＿＿＿＿', 'body', { lineHeight: 2.2 }),
    set(`封存日期：＿＿＿＿年＿＿月＿＿日　　（制作于${chineseDay(madeAt)}）`, 'body', { lineHeight: 2.2 }),
  ]);
}
