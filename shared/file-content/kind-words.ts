/** A kind of file: what clerks call it, and how its names end. */
interface Kind {
  words: string;
  endings: readonly string[];
}

const kind = (words: string, ...endings: string[]): Kind => ({ words, endings });

/** By their MIME type, as main tells it from the content. */
const kinds: Readonly<Record<string, Kind>> = {
  'application/pdf': kind('PDF文件', 'pdf'),
  'application/ofd': kind('OFD版式文件', 'ofd'),
  'application/msword': kind('Word文档（97-2003）', 'doc', 'dot', 'wps', 'wpt'),
  'application/vnd.ms-excel': kind('Excel表格（97-2003）', 'xls', 'xlt', 'et', 'ett'),
  'application/vnd.ms-powerpoint': kind('PowerPoint演示（97-2003）', 'ppt', 'pps', 'dps'),
  'application/vnd.ms-outlook': kind('Outlook邮件', 'msg'),
  'application/x-cfb': kind('旧版Office或者WPS文件', 'doc', 'xls', 'ppt', 'wps', 'et', 'dps', 'msg'),
  'application/rtf': kind('RTF文档', 'rtf'),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': kind('Word文档', 'docx'),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': kind('Excel表格', 'xlsx'),
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': kind('PowerPoint演示', 'pptx'),
  'application/vnd.oasis.opendocument.text': kind('ODF文字文档', 'odt'),
  'application/vnd.oasis.opendocument.spreadsheet': kind('ODF表格', 'ods'),
  'application/zip': kind('ZIP压缩包', 'zip'),
  'application/x-rar-compressed': kind('RAR压缩包', 'rar'),
  'application/x-7z-compressed': kind('7z压缩包', '7z'),
  'application/x-sqlite3': kind('SQLite数据库', 'db', 'sqlite', 'sqlite3'),
  'text/plain': kind('文本文件'),
  'image/jpeg': kind('JPEG图片', 'jpg', 'jpeg', 'jpe'),
  'image/png': kind('PNG图片', 'png'),
  'image/webp': kind('WebP图片', 'webp'),
  'image/tiff': kind('TIFF图片', 'tif', 'tiff'),
  'image/gif': kind('GIF图片', 'gif'),
  'image/bmp': kind('BMP图片', 'bmp'),
  'image/avif': kind('AVIF图片', 'avif'),
  'image/heic': kind('HEIC照片（苹果等手机拍摄）', 'heic', 'heif'),
  'image/heif': kind('HEIF照片（苹果等手机拍摄）', 'heif', 'heic'),
  'audio/amr': kind('AMR录音', 'amr'),
  'audio/mpeg': kind('MP3录音', 'mp3'),
  'audio/wav': kind('WAV录音', 'wav'),
  'audio/x-m4a': kind('M4A录音', 'm4a'),
  'audio/aac': kind('AAC录音', 'aac'),
  'audio/webm': kind('WebM录音', 'webm', 'weba'),
  'video/webm': kind('WebM录像', 'webm'),
  'video/mp4': kind('MP4录像', 'mp4', 'm4v', 'mov'),
  'video/quicktime': kind('QuickTime录像', 'mov', 'qt'),
  'video/vnd.avi': kind('AVI录像', 'avi'),
  'video/x-ms-asf': kind('WMV录像', 'wmv', 'asf', 'wma'),
  'video/MP2P': kind('MPEG节目流录像', 'mpg', 'mpeg', 'vob', 'ps'),
  'video/mp2t': kind('MPEG传输流录像', 'ts', 'm2ts', 'mts'),
  'video/3gpp': kind('3GP录像', '3gp'),
  'application/octet-stream': kind('未能识别格式的数据文件'),
};

/** What a file is, in words: “RTF文档，文件名写作“.doc””, so that a wrong name misleads nobody. */
export function kindWords({ mime, fileName }: { mime: string; fileName: string }): string {
  const known = kinds[mime];
  const words = known?.words ?? otherWords(mime);
  const ending = /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase();
  const isMisnamed =
    ending !== undefined && known !== undefined && known.endings.length > 0 && !known.endings.includes(ending);
  return isMisnamed ? `${words}（文件名写作“.${ending}”）` : words;
}

function otherWords(mime: string): string {
  if (mime.startsWith('image/')) return `图片（${mime}）`;
  if (mime.startsWith('audio/')) return `录音（${mime}）`;
  return mime.startsWith('video/') ? `录像（${mime}）` : mime;
}
