import * as z from 'zod';
import type { Right } from './right.ts';

/** What is bytes and not a call: the page builds its address from this, main knows it by this. */
export interface ByteRoute<Params> {
  method: 'GET' | 'POST';
  /** Its shape, e.g. `/papers/:paperId/pdf`. */
  path: string;
  right: Right;
  /** The address with these parameters, e.g. `/papers/0199…/pdf`. */
  url: (params: Params) => string;
  /** The parameters in the path of an address; null when it is not one of this route. */
  paramsOf: (pathname: string) => Params | null;
}

/** The names after the colons of a path. */
type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;
type SchemasFor<Path extends string> = Record<NamesIn<Path>, z.ZodType<string | number, string>>;

/** Declares a route, e.g. `byteRoute('GET', '/papers/:paperId/pdf', right, { paperId: Id })`: each parameter is one part of the path. */
export function byteRoute<const Path extends `/${string}`, Schemas extends SchemasFor<Path>>(
  method: 'GET' | 'POST',
  path: Path,
  right: Right,
  schemas: Schemas,
): ByteRoute<z.output<z.ZodObject<Schemas>>> {
  const parts = path.split('/').map((text) => ({ text, name: text.startsWith(':') ? text.slice(1) : null }));
  const schema = z.object(schemas);
  return {
    method,
    path,
    right,
    url: (params) => {
      const values: Readonly<Record<string, unknown>> = params;
      return parts.map(({ text, name }) => (name === null ? text : encodeURIComponent(String(values[name])))).join('/');
    },
    paramsOf: (pathname) => {
      const given = pathname.split('/');
      const fits = parts.every(({ text, name }, index) => name !== null || text === given[index]);
      if (!fits || given.length !== parts.length) return null;
      const named = parts.flatMap(({ name }, index) => (name === null ? [] : [[name, given[index]] as const]));
      return schema.safeParse(Object.fromEntries(named)).data ?? null;
    },
  };
}
