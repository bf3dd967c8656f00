import { play, type Rehearsal } from '../../../cli/rehearse/play.ts';
import { readStory } from '../../../cli/rehearse/story.ts';
import { synthesisedDefinition } from '../../../workflows/definition.ts';

/** The head of a story in which Anne orders a vase on a Monday morning; what follows it is each test's own. */
export const annesOrder = `title: Anne's vase
order:
  at: 2026-11-23 10:00
  id: "1"
  customer: { name: Anne Petit, email: anne@customer.example, locale: en }
  lines: [{ id: vase, title: Blue vase, quantity: 1 }]
  total: { amount: 4900, currency: EUR }
`;

let definition: ReturnType<typeof synthesisedDefinition> | undefined;

/** The state machine, put together once for all tests of a file. */
export const theDefinition = () => (definition ??= synthesisedDefinition());

export const played = (yaml: string): Promise<Rehearsal> => play(readStory('story.yaml', yaml), theDefinition());
