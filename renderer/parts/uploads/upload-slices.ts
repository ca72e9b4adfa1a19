/** What one upload needs of the boundary; the calls of `evidence` and the raw intake address behind it. */
export interface Intake {
  /** Takes slice `seq`, counted from 0; resolves when it is taken. */
  send: (seq: number, bytes: ArrayBuffer) => Promise<void>;
  cancel: () => Promise<void>;
}

/** The file on disk changed, moved or went away while it was being read; `name` is shown to the clerk. */
export class FileChanged extends Error {
  readonly fileName: string;
  constructor(fileName: string) {
    super('file changed while it was read');
    this.fileName = fileName;
  }
}

export interface SliceOptions {
  sliceBytes: number;
  /** Bytes taken so far. */
  onProgress: (bytes: number) => void;
  signal: AbortSignal;
}

/**
 * Sends `file` slice by slice in order and answers how many there were. The next slice is read while one is on its way.
 * An abort or a failed read cancels the intake first, so that main keeps no half file. Throws FileChanged, the abort reason, or what `send` threw.
 */
export async function sendSlices(file: File, intake: Intake, options: SliceOptions): Promise<number> {
  const slices = Math.ceil(file.size / options.sliceBytes);
  try {
    let next = readSlice(file, 0, options.sliceBytes);
    for (let seq = 0; seq < slices; seq += 1) {
      const bytes = await next;
      options.signal.throwIfAborted();
      if (seq + 1 < slices) {
        next = readSlice(file, seq + 1, options.sliceBytes);
        // Its failure is met by the await of the next round; this keeps it from counting as unhandled until then.
        next.catch(() => undefined);
      }
      await intake.send(seq, bytes);
      options.onProgress(Math.min(file.size, (seq + 1) * options.sliceBytes));
    }
    options.signal.throwIfAborted();
    return slices;
  } catch (fault) {
    await intake.cancel().catch(() => undefined);
    throw fault;
  }
}

async function readSlice(file: File, seq: number, sliceBytes: number): Promise<ArrayBuffer> {
  try {
    return await file.slice(seq * sliceBytes, (seq + 1) * sliceBytes).arrayBuffer();
  } catch {
    // Chromium says NotReadableError when the file was changed, and NotFoundError when it is gone.
    throw new FileChanged(file.name);
  }
}
