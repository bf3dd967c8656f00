import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { synthesisedDefinition } from '../workflows/definition.ts';
import { pictureOf } from '../workflows/picture/picture.ts';

// Draws the decision tree for the README, from the state machine as it is synthesised.

const docs = resolve(import.meta.dirname, '..', 'docs');
mkdirSync(docs, { recursive: true });
writeFileSync(join(docs, 'order-workflow.svg'), pictureOf(synthesisedDefinition()));
