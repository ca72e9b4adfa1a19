const NEEDED = 24;

/** The sentence to stop with when this Node is too old, else undefined: the encrypted database crashes there without a word. */
export function nodeComplaint(version: string = process.versions.node): string | undefined {
  if (Number.parseInt(version, 10) >= NEEDED) return undefined;
  return `案卷工作站需要 Node ${NEEDED} 或更新的版本，当前是 ${version}。请用 npm start 启动，它会使用自带的 Node。`;
}
