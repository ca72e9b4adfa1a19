import type { BrowserContext } from '@playwright/test';

/** What the content policy refused, as the pages are told of it by events and as the browser writes it. Call it before a page is opened. */
export async function watchPolicy(context: BrowserContext): Promise<readonly string[]> {
  const refused: string[] = [];
  context.on('console', (message) => {
    if (/content[ -]security[ -]policy/i.test(message.text())) refused.push(message.text());
  });
  await context.exposeFunction('tellRefused', (violation: string) => void refused.push(violation));
  await context.addInitScript(() => {
    const { tellRefused } = window as unknown as { tellRefused: (violation: string) => void };
    document.addEventListener('securitypolicyviolation', (event) =>
      tellRefused(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
    );
  });
  return refused;
}
