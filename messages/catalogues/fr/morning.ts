import { asShown } from '../../shown.ts';
import type { MorningWords } from '../catalogue.ts';
import { fr } from '../typography.ts';

export const morning: MorningWords = {
  subject: ({ day, orders, tasks }) => {
    if (tasks === 0)
      return orders === 1
        ? fr`Liste du ${day} : 1 commande à expédier`
        : fr`Liste du ${day} : ${orders} commandes à expédier`;
    if (orders === 0) return tasks === 1 ? fr`Liste du ${day} : 1 tâche` : fr`Liste du ${day} : ${tasks} tâches`;
    return fr`Liste du ${day} : ${orders} à expédier, ${tasks} à faire`;
  },
  title: fr`La liste du jour`,
  behind: ({ orders, tasks }) => {
    if (tasks === 0) {
      return orders === 1
        ? fr`1 commande aurait déjà dû partir : elle passe avant le reste.`
        : fr`${orders} commandes auraient déjà dû partir : elles passent avant le reste.`;
    }
    if (orders === 0) {
      return tasks === 1
        ? fr`1 tâche est en retard : elle passe avant le reste.`
        : fr`${tasks} tâches sont en retard : elles passent avant le reste.`;
    }
    return fr`Commandes en retard : ${orders}. Tâches en retard : ${tasks}. Les clients comptent sur nous : elles passent avant le reste.`;
  },
  nothingBehind: fr`Rien n'est en retard ce matin. Voici ce que la journée demande.`,
  leaving: fr`Doit partir aujourd'hui`,
  overdue: fr`En retard`,
  today: fr`À faire aujourd'hui`,
  orderOf: ({ order, customer }) => fr`Commande ${order}, ${customer}`,
  goods: (titles) => asShown(titles.join(', ')),
  promised: ({ by }) => fr`Départ promis pour le ${by}.`,
  promisedLate: ({ by }) => fr`Le départ était promis pour le ${by}.`,
  warned: ({ on }) => fr`Le client a été prévenu du retard le ${on}.`,
  notWarned: fr`Le client n'a été prévenu d'aucun retard.`,
  dueBy: ({ by }) => fr`À faire au plus tard le ${by}`,
  dueSince: ({ by, level }) => fr`C'était à faire au plus tard le ${by} (niveau ${level})`,
  moreOrders: (count) => (count === 1 ? fr`et 1 autre commande` : fr`et ${count} autres commandes`),
  moreTasks: (count) => (count === 1 ? fr`et 1 autre tâche` : fr`et ${count} autres tâches`),
  nextShip: fr`Enregistrez chaque expédition dès qu'elle part, ou la nouvelle date : sans cela, nous devons annoncer un retard au client.`,
  nextTasks: fr`Marquez chaque tâche comme faite dès qu'elle l'est : sans cela, elle revient chaque matin, un niveau plus haut.`,
};
