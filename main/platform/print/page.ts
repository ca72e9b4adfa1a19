/** Millimetres → points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** A4 in points, as PDF producers write it. */
export const a4 = { width: 595.28, height: 841.89 };

export interface Margins {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** GB/T 9704-2012 5.2: 天头 37 mm, 订口 28 mm, 版心 156×225 mm. */
export const officialMargins: Margins = { left: mm(28), top: mm(37), right: mm(26), bottom: mm(35) };
/** Tables keep the binding side and take more of the sheet. */
export const formMargins: Margins = { left: mm(26), top: mm(25), right: mm(20), bottom: mm(20) };

/** GB/T 9704-2012 5.2.3: 22 lines of 28 characters fill the type area, so a character is 156/28 mm wide and a line 225/22 mm high. */
export const gridSize = mm(156) / 28;
export const gridPitch = mm(225) / 22;
