/**
 * The 规范化简称 of an organ, as a column of names has it: 辽源市人力资源和社会保障局 is 辽源市人社局. Others stay as they are: an abbreviation
 * nobody has laid down is no name.
 */
export const shortOrganName = (name: string): string => name.replace('人力资源和社会保障', '人社');
