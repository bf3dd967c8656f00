import type { StaffWords } from '../catalogue.ts';
import { fr } from '../typography.ts';

export const staff: StaffWords = {
  subject: ({ todo, order }) => fr`${todo} (commande ${order})`,
  subjectOverdue: ({ todo, order }) => fr`En retard : ${todo} (commande ${order})`,
  overdue: (times) =>
    times === 1
      ? fr`Cette tâche n'a pas été faite à temps. Le client compte sur nous : elle passe avant le reste.`
      : fr`Cette tâche n'a pas été faite à temps, pour la ${times}e fois. Le client compte sur nous : elle passe avant tout le reste.`,
  todo: {
    'find-ship-date': fr`Trouver une date d'expédition`,
    'customer-chose': fr`Suivre le choix du client`,
    'answer-question': fr`Répondre à une question`,
    'answer-case': fr`Répondre à une réclamation`,
    'trace-parcel': fr`Retrouver un colis`,
    'record-shipment': fr`Enregistrer une expédition`,
    'call-about-delivery': fr`Appeler : est-ce arrivé ?`,
    'take-over': fr`Prendre la commande en main`,
    'call-customer': fr`Appeler au lieu d'écrire`,
    'unstick-order': fr`Débloquer une commande`,
  },
  why: ({ why, customer }) =>
    ({
      'find-ship-date': fr`La commande devait être partie et nous n'avons toujours pas de date. Nous avons présenté nos excuses à ${customer} et promis des nouvelles : trouvez quand elle part, et enregistrez l'expédition ou la nouvelle date.`,
      'customer-chose': fr`Après un long retard, ${customer} a choisi. Faites ce qui est demandé, puis confirmez-le de vive voix ou par écrit.`,
      'answer-question': fr`${customer} pose une question sur sa commande et attend une réponse d'une personne.`,
      'answer-case': fr`${customer} signale un problème. Nous l'avons reçu en votre nom et promis votre réponse pour l'heure dite.`,
      'trace-parcel': fr`${customer} n'a pas reçu son colis. Demandez au transporteur où il est ; nous avons promis d'écrire, et que ce ne serait pas au client de chercher.`,
      'record-shipment': fr`${customer} dit avoir reçu sa commande, alors qu'aucune expédition n'est enregistrée. Vérifiez et enregistrez-la.`,
      'call-about-delivery': fr`La livraison n'est pas confirmée par le transporteur, et ${customer} n'a pas répondu. Appelez pour savoir si tout est arrivé.`,
      'take-over': fr`Les messages automatiques s'arrêtent ici. Nous avons dit à ${customer} que vous avez sa commande en main et que vous appelez : toutes les promesses en cours sont maintenant les vôtres.`,
      'call-customer': fr`Un message n'a pas pu être envoyé à ${customer}. Dites-le par téléphone.`,
      'unstick-order': fr`Le suivi automatique de cette commande s'est arrêté trois fois de suite. Regardez où elle en est, et prévenez ${customer} si une promesse est en jeu.`,
    })[why],
  dueBy: fr`À faire au plus tard`,
  order: fr`Commande`,
  customer: fr`Client`,
  phone: fr`Téléphone`,
  email: fr`E-mail`,
  noContact: fr`ni téléphone ni e-mail connus`,
  note: fr`Ce qui a été dit`,
  goods: fr`Articles concernés`,
  reference: fr`Référence de la tâche`,
  whenDone: fr`Une fois que c'est fait, marquez la tâche comme faite avec sa référence : sans cela, elle vous sera rappelée.`,
  footer: ({ shop }) => fr`Message envoyé au personnel de ${shop}.`,
};
