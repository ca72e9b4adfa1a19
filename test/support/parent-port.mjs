// Loaded before a process that stands for one of Electron's: `process.parentPort`, over the line to the process that forked it.
import { EventEmitter } from 'node:events';

const port = Object.assign(new EventEmitter(), { postMessage: (message) => void process.send?.(message) });
process.on('message', (data) => port.emit('message', { data }));
// The system ends a utility process whose shell is gone.
process.on('disconnect', () => process.exit(0));
process.parentPort = port;
