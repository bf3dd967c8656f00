import type { CollectedWords } from '../../collected-words.ts';
import { fr } from '../../typography.ts';
import { mails } from '../mails.ts';

type Cases = Pick<
  CollectedWords['mails'],
  'open-case' | 'apologise-for-wait' | 'announce-progress' | 'announce-settlement'
>;

/** A problem with what was collected. */
export const cases: Cases = {
  'open-case': {
    ...mails['open-case'],
    opening: (about) =>
      about === 'damaged'
        ? fr`Vous nous dites que quelque chose est abîmé. Merci de nous l'avoir dit, et pardon pour cette déception.`
        : mails['open-case'].opening(about),
  },
  'apologise-for-wait': {
    ...mails['apologise-for-wait'],
    opening: (about) =>
      about === 'damaged'
        ? fr`Vous attendez notre réponse au sujet de ce qui est abîmé. Nous vous l'avions promise, vous ne l'avez pas encore, et nous vous en demandons pardon.`
        : mails['apologise-for-wait'].opening(about),
  },
  'announce-progress': {
    ...mails['announce-progress'],
    opening: (about) =>
      about === 'damaged'
        ? fr`Nous nous occupons de ce qui est abîmé, et ne voulons pas vous laisser sans nouvelles.`
        : mails['announce-progress'].opening(about),
  },
  'announce-settlement': {
    ...mails['announce-settlement'],
    title: (outcome) =>
      outcome === 'replacement'
        ? fr`Nous avons un remplacement pour vous`
        : mails['announce-settlement'].title(outcome),
    opening: (about) =>
      about === 'damaged'
        ? fr`Vous nous avez dit que quelque chose était abîmé. Voici comment nous réparons cela.`
        : mails['announce-settlement'].opening(about),
    replacementLeaves: ({ leavesBy }) =>
      fr`Nous préparons un remplacement : il est prêt à retirer au plus tard le ${leavesBy}.`,
    replacement: fr`Ce que nous préparons pour vous`,
    next: (outcome) =>
      outcome === 'replacement'
        ? fr`Nous vous écrivons dès que le remplacement est prêt.`
        : mails['announce-settlement'].next(outcome),
  },
};
