import { describe, expect, it } from 'vitest';
import { RuleSettings } from '../../../shared/case-file.ts';
import type { Template } from '../../../shared/template/template.ts';
import { legalNotes, unconfirmed } from '../../../shared/regulation/notes.ts';
import { definitions } from '../../support/judgement.ts';

const settings = RuleSettings.parse({});
const notes = legalNotes({ ...definitions, settings });
const of = (place: string): string[] =>
  notes.filter(({ id }) => id.startsWith(`${place}:`)).map(({ sentence }) => sentence);

describe('legal notes', () => {
  it('hold what the papers say is unverified', () => {
    const said = [...definitions.templates.values()].flatMap((template) => template.unverified);
    expect(said.length).toBeGreaterThan(10);
    expect(notes.filter(({ id }) => id.startsWith('template:')).map(({ sentence }) => sentence)).toEqual(said);
  });

  it('hold every period, and every earlier law, that was never read in its source', () => {
    expect(of('period:J15')).toEqual(['依据“关于实施《劳动保障监察条例》若干规定37”未对照原文核实。']);
    expect(of('period:P5:2021-07-15')).toHaveLength(1);
    expect(of('period:P90:2021-07-15')).toHaveLength(1);
    expect(of('period:J60')).toEqual([]);
    expect(of('period:G1Y')).toHaveLength(1);
  });

  it('hold the lines the office has not set, until it has', () => {
    expect(of('setting:hearingFineUnit')).toHaveLength(1);
    const set = legalNotes({
      ...definitions,
      settings: { ...settings, hearingFineUnit: 20_000, hearingFinePerson: 1_000 },
    });
    expect(set.filter(({ id }) => id.startsWith('setting:'))).toEqual([]);
  });

  it('have ids of their own, short enough to keep, and sentences to read', () => {
    expect(new Set(notes.map(({ id }) => id)).size).toBe(notes.length);
    expect(
      notes.filter(({ id, where, sentence }) => id.length > 64 || where === '' || !sentence.endsWith('。')),
    ).toEqual([]);
  });

  it('lapse when they say something else, and not when another is put before them', () => {
    const [template] = [...definitions.templates.values()].filter((candidate) => candidate.unverified.length > 0);
    if (template === undefined) throw new Error('no template is unverified');
    const idsWith = (...unverified: string[]): string[] => {
      const changed: Template = { ...template, unverified };
      return legalNotes({
        templates: new Map([[template.id, changed]]),
        periodRules: [],
        settings,
        causes: [],
        laws: [],
      })
        .filter(({ id }) => id.startsWith('template:'))
        .map(({ id }) => id);
    };
    const [id] = idsWith('第三十七条未核对。');
    expect(idsWith('另一处未核对。', '第三十七条未核对。')[1]).toBe(id);
    expect(idsWith('第三十八条未核对。')[0]).not.toBe(id);
  });

  it('are left open until each is confirmed', () => {
    const confirmed = new Set(notes.slice(1).map(({ id }) => id));
    expect(unconfirmed(notes, confirmed)).toEqual(notes.slice(0, 1));
    expect(unconfirmed(notes, new Set())).toEqual(notes);
  });
});
