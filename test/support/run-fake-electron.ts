// Runs a built Electron entry with the fake in place of the `electron` module, and answers the questions of the test
// that forked this process: `node run-fake-electron.ts <entry> [arguments of the program]`.
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import * as fake from './fake-electron.ts';

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: import.meta.resolve('./fake-electron.ts'), shortCircuit: true }
      : next(specifier, context),
});

const answers: Record<string, (...given: string[]) => unknown> = {
  told: () => fake.told,
  evaluate: async (expression = '') => {
    // Through the protocol, because the page's policy forbids eval to Playwright as to anybody else.
    const given = { expression, returnByValue: true, awaitPromise: true };
    const { result, exceptionDetails } =
      (await fake.BrowserWindow.last?.devTools?.send('Runtime.evaluate', given)) ?? {};
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
    return result?.value;
  },
  address: () => fake.BrowserWindow.last?.page?.url(),
  screenshot: (path) => fake.BrowserWindow.last?.page?.screenshot({ path }),
  // The parent it names is a window, which cannot be sent.
  open: (url = '') => {
    const { action, overrideBrowserWindowOptions } = fake.BrowserWindow.last?.openHandler?.({ url }) ?? {};
    return { action, webPreferences: overrideBrowserWindowOptions?.webPreferences };
  },
  check: (name = '', origin = '') => fake.permission.check?.(null, name, origin),
  request: (name = '', requestingUrl = '') =>
    new Promise((resolve) => {
      fake.permission.request?.(null, name, resolve, { requestingUrl });
    }),
  power: (name = '') => fake.powerMonitor.emit(name),
  die: (reason = '') => fake.BrowserWindow.last?.webContents.emit('render-process-gone', {}, { reason, exitCode: 1 }),
  close: () => fake.BrowserWindow.last?.page?.close(),
};

process.on('message', async ({ id, question, given }: { id: number; question: string; given: string[] }) => {
  try {
    process.send?.({ id, answer: await answers[question]?.(...given) });
  } catch (error) {
    process.send?.({ id, error: String(error) });
  }
});

await import(pathToFileURL(process.argv[2] ?? '').href);
await fake.becomeReady();
