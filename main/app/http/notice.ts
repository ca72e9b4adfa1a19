import { createHash } from 'node:crypto';

const STYLE =
  'body{margin:0;height:100vh;display:grid;place-content:center;text-align:center;font:16px/1.8 "Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#3c4250;background:#f5f6f8}h1{margin:0;font-size:28px;letter-spacing:.2em;color:#1f3a6e}p{margin:12px 0 0}';

/** These pages stand alone, before the page's own files can be had: their one style is named by its hash, everything else is refused. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

function sentencePage(sentence: string, status: number): Response {
  const html = `<!doctype html><html lang="zh-CN" translate="no"><head><meta charset="utf-8"><meta name="google" content="notranslate"><link rel="icon" href="data:,"><title>案卷工作站</title>
<style>${STYLE}</style>
</head><body><h1>案卷工作站</h1><p>${sentence}</p></body></html>`;
  return new Response(html, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
  });
}

/** What the window shows while the workstation loads. */
export const splashPage = (): Response => sentencePage('正在启动……', 200);

/** What the window shows when the workstation could not start; the reason is in the terminal under the same id. */
export const startFailedPage = (id: string): Response =>
  sentencePage(
    `案卷工作站没有启动成功，资料没有改动。请关闭窗口后重新打开；仍然不行时，请把错误编号 ${id} 告诉系统管理员。`,
    503,
  );
