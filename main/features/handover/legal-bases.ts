import { citationsIn, lawNamesIn } from '../../../shared/causes/citations.ts';
import { type Law, lawNamed, type LawVersion, versionOn } from '../../../shared/causes/law.ts';
import { placeWords } from '../../../shared/causes/provision.ts';
import { isNamedAsLaw } from '../../../shared/regulation/citations.ts';

/** A row of the 法律依据目录. What the table of laws does not say is left empty, to be written in by hand. */
export interface LegalBasis {
  name: string;
  /** 制定机关. */
  issuer: string;
  /** 文号. */
  docNo: string;
  /** 施行日期. */
  effectiveFrom: string;
  provisions: string;
}

/** By whose law the bases are listed: the day of the act for what applies to it, that of the decision for procedure. */
export interface BasisDays {
  act: string | null;
  decision: string;
}

/**
 * Every law the texts cite, in the order they come, with its provisions once each, as the version in force has it. Other names in 《》,
 * our own notices among them, are no laws.
 */
export function legalBasesOf(texts: readonly string[], laws: readonly Law[], days: BasisDays): LegalBasis[] {
  const provisions = new Map<string, Set<string>>();
  const placesOf = (name: string): Set<string> => {
    const title = lawNamed(laws, name)?.title ?? name;
    const places = provisions.get(title) ?? new Set<string>();
    provisions.set(title, places);
    return places;
  };
  for (const text of texts) {
    for (const name of lawNamesIn(text)) if (lawNamed(laws, name) !== undefined) placesOf(name);
    for (const { law, ...place } of citationsIn(text, laws))
      if (lawNamed(laws, law) !== undefined || isNamedAsLaw(law)) placesOf(law).add(placeWords(place));
  }
  return [...provisions].map(([name, places]) => {
    const version = versionApplied(lawNamed(laws, name), days);
    return {
      name,
      issuer: version?.organ ?? '',
      docNo: version?.number ?? '',
      effectiveFrom: version?.from ?? '',
      provisions: [...places].join('、'),
    };
  });
}

function versionApplied(law: Law | undefined, { act, decision }: BasisDays): LawVersion | undefined {
  if (law === undefined) return undefined;
  return versionOn(law, law.procedural ? decision : (act ?? decision)) ?? versionOn(law, decision);
}
