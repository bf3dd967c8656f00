import type { PageWords } from '../../page-words.ts';
import { en } from '../../typography.ts';
import { pages as sent } from '../pages.ts';

/** The pages of an order that is collected. */
export const pages: PageWords = {
  ...sent,
  titleAsked: () => en`Is all well with your order?`,
  status: {
    'under-way': en`Ready to collect`,
    'at-pickup': en`Ready to collect`,
    delivered: en`Collected`,
    'with-neighbour': en`Collected for you`,
    lost: en`Lost: we are taking care of it`,
    returned: en`Back with us: we are taking care of it`,
  },
  saidBefore: {
    ...sent.saidBefore,
    received: en`You told us that you have everything, thank you. If anything has changed, tell us here.`,
    'not-yet': en`You told us that you did not have it yet. If anything has changed, tell us here.`,
  },
  word: { ...sent.word, received: en`Yes, I have everything`, 'not-yet': en`No, I do not have it yet` },
  receivedUnasked: en`I have everything already`,
  wordHint: { ...sent.wordHint, 'not-yet': en`we find out why` },
  about: { ...sent.about, damaged: en`Something is damaged` },
  whichParcel: en`Which part?`,
  choiceOpening: ({ about, partly, count }) => {
    if (about === 'stock-out') return sent.choiceOpening({ about, partly, count });
    return partly
      ? en`Part of your order is still not ready, and we are truly sorry. What would you like?`
      : en`Your order is still not ready, and we are truly sorry. What would you like?`;
  },
  choice: {
    ...sent.choice,
    wait: ({ count, by }) => {
      if (by === undefined) return en`I'll wait`;
      return count > 1 ? en`I'll wait: they are ready by ${by}` : en`I'll wait: it is ready by ${by}`;
    },
    replace: ({ replacement }) =>
      replacement === undefined ? en`I'll take the replacement` : en`I'll take ${replacement} instead`,
    'cancel-order': ({ partly }) => (partly ? en`Cancel everything that is not ready yet` : en`Cancel my whole order`),
  },
  choiceHint: {
    ...sent.choiceHint,
    wait: en`we write to you when it is ready`,
    replace: ({ by }) => (by === undefined ? en`in place of what is out of stock` : en`it is ready by ${by}`),
    'cancel-order': ({ goods, partly }) =>
      partly && goods === undefined
        ? en`all that is not ready yet, not only what this is about; we give you back what you paid for it.`
        : sent.choiceHint['cancel-order']({ goods, partly }),
  },
  noted: {
    ...sent.noted,
    received: en`We have noted that you have everything.`,
    'not-yet': en`We have noted that you do not have it yet, and we apologise.`,
    'cancel-order': en`We have noted that you would like to cancel everything that is not ready yet.`,
  },
  leavesBy: ({ said, by }) => (said === 'wait' ? en`It is ready by ${by}.` : en`The replacement is ready by ${by}.`),
  nextBy: ({ said, owner, by }) =>
    said === 'not-yet' ? en`${owner} is finding out why and writes to you by ${by}.` : sent.nextBy({ said, owner, by }),
  nextInMessage: {
    ...sent.nextInMessage,
    'not-yet': en`It is for us to find out why, not for you. An email follows: it tells you how it goes on.`,
    wait: en`We will write to you as soon as it is ready.`,
    replace: en`We will write to you as soon as it is ready.`,
  },
};
