import { expect, test } from 'vitest';
import { kindWords } from '../../../shared/file-content/kind-words.ts';

test.each([
  ['application/ofd', '通知.ofd', 'OFD版式文件'],
  ['application/msword', '旧稿.doc', 'Word文档（97-2003）'],
  ['application/msword', '情况说明.wps', 'Word文档（97-2003）'],
  ['application/rtf', '其实是.doc', 'RTF文档（文件名写作“.doc”）'],
  ['image/heic', 'IMG_0001.HEIC', 'HEIC照片（苹果等手机拍摄）'],
  ['image/jpeg', '照片.png', 'JPEG图片（文件名写作“.png”）'],
  ['audio/amr', '谈话.amr', 'AMR录音'],
  ['video/MP2P', '监控.mp4', 'MPEG节目流录像（文件名写作“.mp4”）'],
  ['text/plain', '考勤.csv', '文本文件'],
  ['application/octet-stream', '考勤机.dat', '未能识别格式的数据文件'],
  ['image/x-canon-cr2', 'a.cr2', '图片（image/x-canon-cr2）'],
  ['application/pdf', '没有扩展名', 'PDF文件'],
])('%s called %s is %s', (mime, fileName, words) => expect(kindWords({ mime, fileName })).toBe(words));
