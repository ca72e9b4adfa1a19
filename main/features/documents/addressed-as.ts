import type { CaseFile } from '../../../shared/case-file.ts';
import type { Template } from '../../../shared/template/template.ts';
import type { Values } from '../../../shared/template/values.ts';
import { neutralAddress, type Addressed } from '../../platform/print/job.ts';

/**
 * How a paper speaks to whom it goes: 你 to a person and 你单位 to a unit. Where it goes to several, to somebody the case does not know, or
 * to a 个体工商户, which is the one as much as the other, it leaves both open as the templates do.
 */
export function addressedAs(
  { parties, people }: Pick<CaseFile, 'parties' | 'people'>,
  { addressee = '{{ partyName }}' }: Pick<Template, 'addressee'>,
  values: Values,
): Addressed {
  const [key = '', ...others] = Array.from(addressee.matchAll(/\{\{\s*(\w+)/g), ([, name = '']) => name);
  const name = values[key];
  if (others.length > 0 || typeof name !== 'string' || name.trim() === '') return neutralAddress;
  const party = parties.find((each) => each.name === name.trim());
  if (party?.kind === '单位' || party?.kind === '无照单位') return '你单位';
  if (party?.kind === '个人') return '你';
  return party === undefined && people.some((person) => person.name === name.trim()) ? '你' : neutralAddress;
}
