import { ExhibitDetails } from '../../../shared/case-file.ts';
import type { NewExhibit } from './walker.ts';

/** What a clerk says of an exhibit: of a recording everything that is asked, of any other the least. */
export function exhibitDetails({ mime, ...about }: NewExhibit): ExhibitDetails {
  const recorded =
    mime === 'audio/webm'
      ? {
          kind: '视听资料',
          device: 'ZFY-007',
          noticeSpoken: true,
          transcript: '问答如笔录。',
          maker: '李敏',
          proves: '办理过程',
        }
      : { kind: '书证' };
  return ExhibitDetails.parse({ source: '当事人提供', ...recorded, ...about });
}
