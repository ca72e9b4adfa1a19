import { byteWords } from '../../byte-words.ts';
import { type RefusalOf, type Sentence, unreachable } from './sentence.ts';

export type StorageRefusal = RefusalOf<
  'file' | 'folder' | 'disk-full' | 'unreadable' | 'not-saved' | 'database-in-doubt' | 'damaged' | 'forged'
>;

const fileSentence = ({ name, why, limit }: RefusalOf<'file'>): Sentence => {
  const unchanged = '原文件没有改动。';
  switch (why) {
    case 'empty':
      return {
        happened: `“${name}”是空文件（0 字节），没有导入。`,
        press: '请检查执法记录仪或扫描仪里的原件，再选择一次。',
      };
    case 'truncated':
      return { happened: `“${name}”在传输中缺了一段，没有导入。${unchanged}`, press: '请重新选择该文件导入。' };
    case 'too-large':
      return {
        happened: `“${name}”超过了单个文件的大小上限${limit === null ? '' : `（${byteWords(limit)}）`}，没有导入。`,
        press: '请分段导出原件后分别导入。',
      };
    case 'changed':
      return {
        happened: `“${name}”在导入过程中被改动，没有导入。`,
        missing: '导入期间原件必须保持不变。',
        article: 48,
        press: '请关闭正在使用该文件的程序，再导入一次。',
      };
    case 'program':
      return {
        happened: `“${name}”是可以运行的程序，没有导入。`,
        missing: '程序文件可能带有病毒，不能随案卷移送给别的单位。',
        press: '请选择文档、图片、录音、录像或者数据文件；程序本身就是证据的，请先压缩成ZIP再添加。',
      };
    case 'incomplete':
      return {
        happened: `“${name}”不完整（没有结尾），没有导入。${unchanged}`,
        press: '请从原设备或者提供人处重新取得完整的文件，再添加一次。',
      };
    default:
      return unreachable(why);
  }
};

const folderSentence = ({ why, folder }: RefusalOf<'folder'>): Sentence => {
  switch (why) {
    case 'missing':
      return { happened: `找不到文件夹“${folder}”。`, press: '请检查移动硬盘或者光盘是否插好，再选择一次。' };
    case 'not-readable':
      return { happened: `没有权限打开文件夹“${folder}”。`, press: '请换一个文件夹，或者请管理这台电脑的人开通权限。' };
    case 'not-writable':
      return { happened: `文件夹“${folder}”不能写入。`, press: '请换一个文件夹，或者取消移动介质的写保护。' };
    case 'inside-profile':
      return { happened: '所选文件夹在本工作站的案卷库里面，不能存放移送材料。', press: '请选择案卷库以外的文件夹。' };
    case 'not-absolute':
      return { happened: `“${folder}”不是完整的文件夹位置。`, press: '请从盘符或者根目录写起，填写完整位置。' };
    case 'too-long':
      return {
        happened: `文件夹“${folder}”的位置太长，材料写进去以后，Windows会打不开里面的文件（完整位置不能超过259个字符）。`,
        press: '请换一个位置短一些的文件夹，例如直接放在盘符下面。',
      };
    case 'full':
      return {
        happened: `文件夹“${folder}”所在磁盘的空间不够，没有写完。`,
        press: '请清出空间，或者换一个文件夹再做。',
      };
    case 'exists':
      return { happened: `“${folder}”里已有同名的材料，没有覆盖。`, press: '请换一个空文件夹。' };
    default:
      return unreachable(why);
  }
};

const notSavedSentence = ({ why }: RefusalOf<'not-saved'>): Sentence => {
  const kept = '之前保存的内容没有受影响。';
  switch (why) {
    case 'full':
      return {
        happened: `存放案卷库的磁盘已满，刚才的内容没有保存。${kept}`,
        press: '请清理磁盘，再做一次。',
      };
    case 'disk':
      return {
        happened: `存放案卷库的磁盘写入失败，刚才的内容没有保存。${kept}`,
        press: '请检查磁盘是否接好、是否还有空间，再做一次；仍不行的，请告诉系统管理员。',
      };
    case 'read-only':
      return {
        happened: `案卷库现在不能写入，刚才的内容没有保存。${kept}`,
        press: '请系统管理员检查案卷库文件夹的权限和磁盘的写保护，再做一次。',
      };
    case 'in-use':
      return {
        happened: `另一个程序正在使用案卷库，刚才的内容没有保存。${kept}`,
        press: '请关闭备份、杀毒等正在读写案卷库的程序，再做一次。',
      };
    default:
      return unreachable(why);
  }
};

const diskFullSentence = ({ needed, free }: RefusalOf<'disk-full'>): Sentence =>
  free === null
    ? {
        happened: '磁盘报告已经写不下了，可能是这个账户的空间配额或者文件个数用完。已有材料没有受影响。',
        press: '请清理磁盘，或者请系统管理员检查空间配额，再做一次。',
      }
    : {
        happened: `磁盘空间不足：还需要 ${byteWords(needed)}，剩余 ${byteWords(free)}。已有材料没有受影响。`,
        press: '请清理磁盘，或者换到空间更大的磁盘。',
      };

const unreadableSentence = ({ name, why }: RefusalOf<'unreadable'>): Sentence => {
  switch (why) {
    case 'too-many-files':
      return {
        happened: `电脑同时打开的文件太多或者内存不足，暂时读不出“${name}”，这一步没有完成。没有发现内容有问题。`,
        press: '请关闭其他程序，稍等片刻再做一次。',
      };
    case 'in-use':
      return {
        happened: `另一个程序正占用“${name}”的文件，暂时读不出来，这一步没有完成。没有发现内容有问题。`,
        press: '请等杀毒、备份等程序结束，再做一次。',
      };
    case 'not-permitted':
      return {
        happened: `这个账户没有读取“${name}”的文件的权限，这一步没有完成。没有发现内容有问题。`,
        press: '请系统管理员检查案卷库文件夹的权限。',
      };
    default:
      return unreachable(why);
  }
};

const forgedSentence = ({ act, differences }: RefusalOf<'forged'>): Sentence => ({
  happened: `没有${act}：本案的登记内容与办理记录不符。`,
  missing: `${differences.slice(0, 3).join('')}${differences.length > 3 ? `另有${differences.length - 3}处。` : ''}`,
  article: 48,
  press: '请停止办理本案，报告法规科，用备份和纸上锚点核对，恢复原来的登记以后再办。',
});

/** Refusals of files, folders and the disk. */
export const storageSentence = (refusal: StorageRefusal): Sentence => {
  switch (refusal.code) {
    case 'file':
      return fileSentence(refusal);
    case 'folder':
      return folderSentence(refusal);
    case 'disk-full':
      return diskFullSentence(refusal);
    case 'unreadable':
      return unreadableSentence(refusal);
    case 'not-saved':
      return notSavedSentence(refusal);
    case 'database-in-doubt':
      return refusal.why === 'gone'
        ? {
            happened: '案卷库文件夹被移走、改名，或者所在磁盘已断开，刚才的内容可能没有保存。工作站已锁定。',
            press: '请把文件夹放回原处或者接好磁盘，重新打开案卷工作站，登录后核对刚才的内容。',
          }
        : {
            happened: '数据库出错，无法确认刚才的内容是否已经保存。工作站已锁定，之前保存的内容没有受影响。',
            press: '请检查磁盘空间和连接，重新登录后核对刚才的内容。',
          };
    case 'damaged':
      return {
        happened: `“${refusal.name}”没有通过完整性核对：${refusal.what}`,
        missing: '存储的记录不得毁损、改动。',
        article: 48,
        press: '请停止使用这份材料，用备份核对，并报告法规科。',
      };
    case 'forged':
      return forgedSentence(refusal);
    default:
      return unreachable(refusal);
  }
};
