import { Template, type Field } from '../../../shared/template/template.ts';
import type * as z from 'zod';

/** A paper with these fields and nothing else of interest. */
export const aTemplate = (fields: z.input<typeof Field>[], over: Partial<z.input<typeof Template>> = {}): Template =>
  Template.parse({
    id: 'J99',
    name: '试验文书',
    class: 'report',
    domain: '监察',
    stage: '调查',
    direction: 'internal',
    articles: [4],
    basis: '无',
    layout: 'form',
    sections: [{ title: '内容', fields }],
    ...over,
  });
