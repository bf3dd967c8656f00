import { asShown } from '../../shown.ts';
import type { MorningWords } from '../catalogue.ts';
import { en } from '../typography.ts';

export const morning: MorningWords = {
  subject: ({ day, orders, tasks }) => {
    if (tasks === 0) return orders === 1 ? en`${day}: 1 order to ship` : en`${day}: ${orders} orders to ship`;
    if (orders === 0) return tasks === 1 ? en`${day}: 1 task` : en`${day}: ${tasks} tasks`;
    return en`${day}: ${orders} to ship, ${tasks} to do`;
  },
  title: en`The list of the day`,
  behind: ({ orders, tasks }) => {
    if (tasks === 0) {
      return orders === 1
        ? en`1 order should have left already: please take it first.`
        : en`${orders} orders should have left already: please take them first.`;
    }
    if (orders === 0) {
      return tasks === 1
        ? en`1 task is overdue: please take it first.`
        : en`${tasks} tasks are overdue: please take them first.`;
    }
    return en`Late orders: ${orders}. Overdue tasks: ${tasks}. The customers are counting on us: please take those first.`;
  },
  nothingBehind: en`Nothing is late this morning. This is what the day asks for.`,
  leaving: en`Must leave today`,
  overdue: en`Overdue`,
  today: en`To do today`,
  orderOf: ({ order, customer }) => en`Order ${order}, ${customer}`,
  goods: (titles) => asShown(titles.join(', ')),
  promised: ({ by }) => en`Promised for ${by}.`,
  promisedLate: ({ by }) => en`Was promised for ${by}.`,
  warned: ({ on }) => en`Customer told on ${on} that it is late.`,
  notWarned: en`Customer not warned of any delay.`,
  dueBy: ({ by }) => en`To be done by ${by}`,
  dueSince: ({ by, level }) => en`Was due by ${by} (level ${level})`,
  moreOrders: (count) => (count === 1 ? en`and 1 more order` : en`and ${count} more orders`),
  moreTasks: (count) => (count === 1 ? en`and 1 more task` : en`and ${count} more tasks`),
  nextShip: en`Record each shipment as soon as it leaves, or the new date: otherwise we have to tell the customer that it is late.`,
  nextTasks: en`Mark each task as done once it is: otherwise it comes back every morning, one level higher.`,
};
