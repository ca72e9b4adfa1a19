import * as z from 'zod';
import { conform, type Path, type Source } from './source.ts';

/** resources/templates/groups.yaml: what many papers share. Fields are checked where they are used, with the paper around them. */
const Groups = z.strictObject({
  fields: z.record(z.string(), z.array(z.record(z.string(), z.unknown())).min(1)),
  texts: z.record(z.string(), z.string()),
});

/** A group in a section; `optional` are those of its fields that this paper does not ask for: what is found out later (信用代码 before 立案). */
const Use = z.strictObject({ use: z.string(), optional: z.array(z.string()).default([]) });

/** The parts of a template that name groups, as far as the expansion must know them; everything else is judged afterwards. */
const Sections = z.looseObject({
  sections: z.array(
    z.looseObject({
      fields: z.array(z.union([Use, z.looseObject({ key: z.string() })])),
    }),
  ),
  body: z.string().optional(),
});

const RENDER = /\{%-?\s*render\s+'(\w+)'\s*-?%\}/g;

interface Place {
  source: Source;
  path: Path;
}

/**
 * Returns an expander that puts the fields of `- use: party` and the texts of `{% render 'party' %}` into a template.
 * A fault in an expanded field is told where it was written: in groups.yaml.
 */
export function groupExpander(groups: Source): (template: Source) => Source {
  const { fields, texts } = conform(groups, Groups);
  return (template) => {
    const { sections, body, ...rest } = conform(template, Sections);
    const places: Place[][] = [];
    const expanded = sections.map((section, s) => {
      const parts = section.fields.flatMap((field, f) =>
        expandField(field, { source: template, path: ['sections', s, 'fields', f] }),
      );
      places.push(parts.map((part) => part.place));
      return { ...section, fields: parts.map((part) => part.field) };
    });
    return {
      name: template.name,
      value: { ...rest, sections: expanded, ...(body !== undefined && { body: expandTexts(template, body) }) },
      refuse: (path, reason) => refuseAt(template, places, path, reason),
    };
  };

  function expandField(field: Record<string, unknown>, place: Place): { field: unknown; place: Place }[] {
    const used = Use.safeParse(field);
    if (!used.success) return [{ field, place }];
    const { use: name, optional } = used.data;
    const group = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (group === undefined) return place.source.refuse(place.path, `groups.yaml中没有字段组“${name}”`);
    const unknown = optional.find((key) => !group.some((part) => part.key === key));
    if (unknown !== undefined)
      return place.source.refuse([...place.path, 'optional'], `字段组“${name}”中没有字段“${unknown}”`);
    return group.map((part, index) => ({
      field: optional.includes(String(part.key)) ? { ...part, required: false } : part,
      place: { source: groups, path: ['fields', name, index] },
    }));
  }

  function expandTexts(template: Source, body: string): string {
    return body.replace(
      RENDER,
      (_, name: string) =>
        (Object.hasOwn(texts, name) ? texts[name] : undefined) ??
        template.refuse(['body'], `groups.yaml中没有文字“${name}”`),
    );
  }
}

function refuseAt(template: Source, places: Place[][], path: Path, reason: string): never {
  const [first, section, second, field, ...rest] = path;
  const place = first === 'sections' && second === 'fields' ? places[Number(section)]?.[Number(field)] : undefined;
  if (place === undefined) return template.refuse(path, reason);
  return place.source === template
    ? template.refuse([...place.path, ...rest], reason)
    : place.source.refuse([...place.path, ...rest], `${reason}（用于${template.name}）`);
}
