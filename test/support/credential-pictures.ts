// Licences and ID cards as an office photographs them: set in the program's own fonts where the printed ones have their words.
import { fileURLToPath } from 'node:url';
import sharp, { type OverlayOptions } from 'sharp';
import { raw, type Raw } from './scanned.ts';

/** A piece of text, by the height of its letters and its upper left corner, in pixels. */
interface Piece {
  text: string;
  x: number;
  y: number;
  size: number;
  /** The serif face stands for the printed values of a licence. */
  serif?: boolean;
  colour?: string;
}

const face = (serif: boolean): { fontfile: string; font: string } => ({
  fontfile: fileURLToPath(
    import.meta.resolve(
      serif
        ? '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'
        : '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    ),
  ),
  font: serif ? 'Noto Serif SC' : 'Noto Sans SC',
});

async function set({ text, x, y, size, serif = false, colour = '#222222' }: Piece): Promise<OverlayOptions> {
  const { font, fontfile } = face(serif);
  const input = await sharp({
    text: {
      text: `<span foreground="${colour}">${text}</span>`,
      font: `${font} ${size}`,
      fontfile,
      dpi: 72,
      rgba: true,
    },
  })
    .png()
    .toBuffer();
  return { input, left: x, top: y };
}

async function picture(width: number, height: number, background: string, pieces: readonly Piece[]): Promise<Raw> {
  const placed = await Promise.all(pieces.map(set));
  return raw(sharp({ create: { width, height, channels: 3, background } }).composite(placed));
}

export interface LicenceWords {
  uscc: string;
  name: string;
  type: string;
  legalRep: string;
  founded: string;
  address: string;
}

export const licenceWords: LicenceWords = {
  uscc: '91350100M000100Y43',
  name: '福州示例建筑劳务有限公司',
  type: '有限责任公司（自然人独资）',
  legalRep: '陈国强',
  founded: '2018年05月16日',
  address: '福建省福州市鼓楼区示例路88号3层301室',
};

/** 营业执照 as it is given out since 2015: lying, in two columns. */
export function licencePicture(words: LicenceWords = licenceWords, isTrader = false): Promise<Raw> {
  const label = (text: string, x: number, y: number): Piece => ({ text, x, y, size: 25, colour: '#8a5a1c' });
  const value = (text: string, x: number, y: number): Piece => ({ text, x, y, size: 27, serif: true });
  return picture(1500, 1060, '#fbf6e6', [
    { text: '营 业 执 照', x: 560, y: 150, size: 80, serif: true },
    { text: '（副　本）', x: 670, y: 262, size: 28 },
    label('统一社会信用代码', 130, 170),
    { text: words.uscc, x: 130, y: 212, size: 27 },
    label('名　　称', 130, 380),
    value(words.name, 290, 380),
    label('类　　型', 130, 440),
    value(words.type, 290, 440),
    label(isTrader ? '经 营 者' : '法定代表人', 130, 500),
    value(words.legalRep, 290, 500),
    label('经营范围', 130, 560),
    value('建筑劳务分包；室内装饰装修；', 290, 560),
    value('建筑材料销售。（依法须经批准的项目）', 290, 604),
    label('注册资本', 840, 380),
    value('壹佰万元整', 1000, 380),
    label('成立日期', 840, 440),
    value(words.founded, 1000, 440),
    label('住　　所', 840, 500),
    value(words.address.slice(0, 14), 1000, 500),
    value(words.address.slice(14), 1000, 544),
    label('登记机关', 900, 780),
    { text: '2018 年 05 月 16 日', x: 960, y: 880, size: 27 },
    { text: 'http://www.gsxt.gov.cn', x: 130, y: 1000, size: 18 },
  ]);
}

export interface CardWords {
  name: string;
  sex: string;
  nation: string;
  birth: [string, string, string];
  address: [string, string];
  number: string;
}

export const cardWords: CardWords = {
  name: '林小燕',
  sex: '女',
  nation: '汉',
  birth: ['1990', '3', '7'],
  address: ['福建省福州市鼓楼区示例路', '12号2栋503室'],
  number: '350102199003070020',
};

/** The side of a 居民身份证 with the face. */
export function idCardPicture(words: CardWords = cardWords): Promise<Raw> {
  const label = (text: string, x: number, y: number): Piece => ({ text, x, y, size: 26, colour: '#3b6ea5' });
  const value = (text: string, x: number, y: number): Piece => ({ text, x, y, size: 32 });
  const [year, month, day] = words.birth;
  return picture(1012, 638, '#e9f1f5', [
    label('姓 名', 75, 75),
    value(words.name, 185, 70),
    label('性 别', 75, 150),
    value(words.sex, 185, 146),
    label('民 族', 310, 150),
    value(words.nation, 410, 146),
    label('出 生', 75, 226),
    value(year, 185, 222),
    label('年', 290, 226),
    value(month, 345, 222),
    label('月', 400, 226),
    value(day, 455, 222),
    label('日', 510, 226),
    label('住 址', 75, 305),
    value(words.address[0], 185, 300),
    value(words.address[1], 185, 350),
    label('公民身份号码', 75, 530),
    { text: words.number, x: 340, y: 522, size: 38 },
  ]);
}
