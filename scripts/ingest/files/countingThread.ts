// The thread of `TextCounter`.
import { parentPort } from 'node:worker_threads';
import { countText } from './countText.ts';

parentPort!.on('message', (text) => countText(text));
