/** The key of the line of 今日 for a paper that waits for an opinion: where an opinion is taken back, the line is found again by it. */
export const approvalLineKey = (paperId: string): string => `approval:${paperId}`;
