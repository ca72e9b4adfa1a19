// better-sqlite3-multiple-ciphers 13 crashes under older Node without a word, so the suite says it instead.
if (Number(process.versions.node.split('.')[0]) < 24) {
  throw new Error(`Node 24 is needed, this is ${process.versions.node}: start the tests with "npm run unit".`);
}
