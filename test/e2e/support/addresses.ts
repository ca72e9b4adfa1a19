import { places } from '../../../renderer/app/places.ts';

type Places = typeof places;
type WithId = { [Key in keyof Places]: Places[Key]['path'] extends `${string}$${string}` ? Key : never }[keyof Places];

/**
 * The addresses of all places that do not stand in the rail: those of a case, which not everybody may see, and the others. A new place whose
 * address has a part that differs does not compile before it has its id here.
 */
export function addressesBeneathRail({ caseId, householdId }: { caseId: string; householdId: string }): {
  ofCase: string[];
  others: string[];
} {
  const ids: Record<WithId, string> = {
    household: householdId,
    case: caseId,
    archiveCase: caseId,
    handoverCase: caseId,
    template: 'J32',
    cause: 'overtime',
  };
  const addresses = Object.entries(places)
    .filter(([, place]) => !('shortcut' in place))
    .map(([key, { path }]) => path.replace(/\$\w+/, ids[key as WithId]));
  const isOfCase = (address: string): boolean => address.includes(caseId) || address.includes(householdId);
  return { ofCase: addresses.filter(isOfCase), others: addresses.filter((address) => !isOfCase(address)) };
}
