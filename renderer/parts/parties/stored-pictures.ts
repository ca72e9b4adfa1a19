import { createContext } from 'react';
import type { Exhibit } from '../../../shared/case-file.ts';
import type { TimelineEntry } from '../../../shared/contract/households.ts';

/** An exhibit of a case that may show a licence or an ID card. */
export interface StoredPicture {
  exhibitId: string;
  title: string;
  /** When it was taken in. */
  at: string;
}

const namesLicence = (title: string): boolean => /执照|证照|身份证|登记证|法人证/.test(title);

/** Those whose title names a licence first, else as they came. */
const likelyFirst = (pictures: readonly StoredPicture[]): StoredPicture[] => [
  ...pictures.filter(({ title }) => namesLicence(title)),
  ...pictures.filter(({ title }) => !namesLicence(title)),
];

export const picturesOfCase = (exhibits: readonly Exhibit[]): StoredPicture[] =>
  likelyFirst(
    exhibits
      .filter(({ mime, withdrawnReason }) => withdrawnReason === null && /^image\/|^application\/pdf$/.test(mime))
      .map(({ id, title, importedAt }) => ({ exhibitId: id, title, at: importedAt })),
  );

/** What a household's time line knows of them; whether one can be read as a picture is seen when it is read. */
export const picturesOfHousehold = (entries: readonly TimelineEntry[]): StoredPicture[] =>
  likelyFirst(entries.flatMap(({ exhibitId, title, at }) => (exhibitId === null ? [] : [{ exhibitId, title, at }])));

/** What the case or household at hand has; none where a form of a party stands by itself. */
export const StoredPicturesContext = createContext<readonly StoredPicture[]>([]);
