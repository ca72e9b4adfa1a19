import { type RefusalOf, type Sentence, unreachable } from './sentence.ts';

export type ProgramRefusal = RefusalOf<
  'missing-glyph' | 'camera' | 'no-text' | 'printer' | 'busy' | 'data-file' | 'malformed' | 'internal' | 'process-died'
>;

/** Refusals of the program and its devices themselves. */
export const programSentence = (refusal: ProgramRefusal): Sentence => {
  switch (refusal.code) {
    case 'missing-glyph':
      return {
        happened: `本机字体里没有这些字：${refusal.characters.join('、')}，打印会缺字，没有制发。`,
        press: '请改用规范字，或者请系统管理员安装含有这些字的字体。',
      };
    case 'camera':
      return {
        happened: `文稿相机“${refusal.device}”没有拍到照片。`,
        press: '请检查相机是否接好、本机是否装有 fswebcam，或者改用普通摄像头拍照。',
      };
    case 'no-text':
      return noTextSentences[refusal.why];
    case 'printer':
      return {
        happened:
          refusal.what === ''
            ? `打印机“${refusal.printer}”没有收下，一页也没有打印。`
            : `打印机“${refusal.printer}”没有收下《${refusal.what}》，它和后面的文书没有打印；前面已经打印的记在“印制记录”里。`,
        press: '请检查打印机是否开着、有没有纸，或者另选一台打印机，再打印一次。',
      };
    case 'busy':
      return { happened: `${refusal.what}正在进行，请稍候。`, press: '完成后再按一次。' };
    case 'data-file':
      return {
        happened: `数据文件“${refusal.file}”${refusal.line === null ? '' : `第${refusal.line}行`}有误：${refusal.reason}`,
        press: '请系统管理员改正后重新启动。',
      };
    case 'malformed':
      return {
        happened: '页面与程序版本不一致，这次请求没有执行。',
        press: '请按 F5 刷新页面；仍不行的，重新启动工作站。',
      };
    case 'internal':
      return {
        happened: '程序遇到没有料到的情况，这一步没有完成；已保存的内容没有受影响。',
        press: `请再试一次；仍不行的，记下错误编号 ${refusal.id}，请告诉系统管理员。`,
      };
    case 'process-died':
      return {
        happened: '程序内部意外停止，工作站已经锁定；已保存的内容没有受影响。',
        press: '请重新登录，核对刚才的内容；再次出现时，请把“故障记录”交给系统管理员。',
      };
    default:
      return unreachable(refusal);
  }
};

const byHand = '也可以关闭这个窗口，照着证照填写。';
const noTextSentences: Record<RefusalOf<'no-text'>['why'], Sentence> = {
  type: {
    happened: '这个文件不是照片，也不是扫描件，没有识别。',
    press: '请选 JPG、PNG、TIFF、WebP 或者 PDF 文件。',
  },
  damaged: { happened: '这个文件打不开，可能已经损坏，没有识别。', press: `请重新拍照或者扫描。${byHand}` },
  empty: { happened: '这个文件是空的，没有识别。', press: '请重新选一个文件。' },
  encrypted: { happened: '这个 PDF 设有打开密码，没有识别。', press: `请去掉密码，或者重新扫描。${byHand}` },
  'too-large': { happened: '这个文件超过 8 MB，没有识别。', press: `请只扫描证照那一页，或者改用照片。${byHand}` },
  'too-many-pages': { happened: '这个文件页数太多，没有识别。', press: '请只扫描证照那一页。' },
  'too-slow': { happened: '两分钟还没有识别完，已经停止。', press: `请换一张小一些、清楚一些的图片。${byHand}` },
  'no-reader': {
    happened: '本机没有安装识别文字的部件，不能识别证照。',
    press: `请系统管理员重新安装本程序。${byHand}`,
  },
  'no-credential': {
    happened: '图片上没有认出营业执照或者身份证（人像面）。',
    press: `请把证照摆正、拍满、拍清楚，再试一次。${byHand}`,
  },
};
