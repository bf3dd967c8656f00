import type { Overview } from '../overview.ts';
import { showClock, type Move } from './clock-panel.ts';
import { demoOrder, nextNumber, type Fact, type Language } from './demo-order.ts';
import { part } from './dom.ts';
import { showExecutions, showPath, showTimeline } from './history-panels.ts';
import { showMails, type MailsPanel } from './mails-panel.ts';
import { ordersIn, showOrder } from './order-panel.ts';
import { showOwed } from './owed-panel.ts';
import { play } from './play.ts';
import type { Settings, Story, TaskShown } from './shown.ts';
import { ourShop, stack } from './stack.ts';
import { showStart, showTrouble, type Trouble } from './start-panel.ts';
import { TreeLights } from './tree-lights.ts';
import { showIn } from './words.ts';

// The page: it asks the stack what there is every second, shows it, and tells it what is pressed.

const nothing: Story = { order: undefined, path: [], timeline: [], mails: { customer: [], staff: [] } };
const lights = new TreeLights();

let overview: Overview = { now: new Date().toISOString(), executions: [], mails: [] };
let settings: Settings | undefined;
let selected: string | undefined;
let story = nothing;
let storyOf = '';
let looking: Pick<MailsPanel, 'to' | 'open' | 'as'> = { to: 'customer', open: undefined, as: 'html' };
let moving: { from: string; to: string } | undefined;
let language: Language = 'en';
let busy = false;
let playing: { stopped: boolean } | undefined;
let trouble: Trouble = {};

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Somebody pressed Stop. */
class Stopped extends Error {
  override readonly name = 'Stopped';
}

let refreshing: Promise<void> = Promise.resolve();
/** Looks once more; whoever asks waits for a look that began after asking. */
function refresh(): Promise<void> {
  refreshing = refreshing.then(look, look);
  return refreshing;
}

async function look(): Promise<void> {
  try {
    if (settings === undefined) {
      settings = await stack.settings();
      showIn(settings.zone);
    }
    overview = await stack.overview();
    selected ??= ordersIn(overview, ourShop)[0]?.order;
    await readStory();
    trouble = { ...trouble, looked: undefined };
  } catch (error) {
    trouble = { ...trouble, looked: messageOf(error) };
  }
  show();
}

/** Everything about the order that is looked at, asked for anew when something about it changed. */
async function readStory(): Promise<void> {
  if (selected === undefined) return;
  const order = selected;
  const executions = overview.executions.filter((one) => one.shop === ourShop && one.order === order);
  const changed = JSON.stringify([
    executions,
    overview.mails.filter((mail) => mail.order === order).length,
    Math.floor(Date.now() / 4000),
  ]);
  if (changed === storyOf || executions.length === 0) return;
  const [shown, paths, customer, staff] = await Promise.all([
    stack.order(order),
    Promise.all(executions.map(({ name }) => stack.path(name))),
    stack.mails(order, 'customer'),
    stack.mails(order, 'staff'),
  ]);
  const timeline = await stack.timeline(shown.customer.id);
  if (order !== selected) return;
  story = { order: shown, path: paths.flat(), timeline, mails: { customer, staff } };
  storyOf = changed;
}

function show(): void {
  const { now } = overview;
  const dues = overview.executions.flatMap(({ dueAt, order }) => (dueAt === undefined ? [] : [{ at: dueAt, order }]));
  const next = dues.sort((left, right) => left.at.localeCompare(right.at))[0];
  showClock({ now, moving, next, busy }, (move) => act(() => moveClock(move)));
  showStart(
    { busy, playing: playing !== undefined, language },
    {
      play: () => act(playDemo),
      stop,
      place: () => act(async () => void (await place())),
      speak: (chosen) => (language = chosen),
    },
  );
  showOrder({ orders: ordersIn(overview, ourShop), selected, order: story.order, now, busy }, orderActions);
  showMails({ order: selected, mails: story.mails, ...looking }, { look: lookAt });
  showOwed(story.order, { now, busy }, complete);
  showTimeline(story.timeline);
  showPath(story.path);
  showExecutions(overview, (order, shop) => shop === ourShop && select(order));
  if (story !== nothing) lights.show(selected, story.path);
  showTrouble(trouble, () => {
    trouble = { ...trouble, asked: undefined };
    show();
  });
}

const orderActions = {
  select,
  tell: (order: string, choose: (now: string) => Fact | undefined) =>
    act(async () => {
      const fact = choose((await stack.overview()).now);
      if (fact !== undefined) await tell(order, fact);
    }),
};

function complete({ task }: TaskShown): void {
  act(async () => {
    await stack.completeTask(task, { by: settings?.staff?.[0]?.name ?? 'Staff' });
    await stack.settle();
  });
}

function select(order: string): void {
  if (order !== selected) {
    selected = order;
    story = nothing;
    storyOf = '';
    looking = { ...looking, open: undefined };
  }
  void refresh();
}

function lookAt(change: Partial<typeof looking>): void {
  looking = { ...looking, ...change };
  show();
}

/** Does what was pressed, one thing at a time, and says what went wrong. */
function act(what: () => Promise<void>): void {
  if (busy) return;
  busy = true;
  trouble = { ...trouble, asked: undefined };
  part('story').textContent = '';
  show();
  what()
    .catch((error: unknown) => {
      if (!(error instanceof Stopped)) trouble = { ...trouble, asked: messageOf(error) };
    })
    .finally(() => {
      busy = false;
      playing = undefined;
      void refresh();
    });
}

async function moveClock(move: Move): Promise<void> {
  const { now } = await stack.overview();
  const days = 'advance' in move ? millisecondsIn(move.advance) : undefined;
  moving = { from: now, to: 'to' in move ? move.to : new Date(Date.parse(now) + (days ?? 0)).toISOString() };
  void refresh();
  try {
    await stack.moveClock(move);
  } finally {
    moving = undefined;
  }
  await refresh();
}

function millisecondsIn(duration: string): number {
  const [, many = '0', unit = 'D'] = /(\d+)([HDW])$/.exec(duration) ?? [];
  return Number(many) * ({ H: 3_600_000, D: 86_400_000, W: 604_800_000 }[unit] ?? 0);
}

async function place(): Promise<string> {
  const { executions } = await stack.overview();
  const ours = executions.filter(({ shop }) => shop === ourShop).map(({ order }) => order);
  const order = demoOrder(nextNumber(ours), language);
  await stack.place(order);
  select(order.id);
  lights.begin(order.id);
  await stack.settle();
  await refresh();
  return order.id;
}

async function tell(order: string, { kind, body }: Fact): Promise<void> {
  await stack.tell(order, kind, body);
  await stack.settle();
  await refresh();
}

function stop(): void {
  if (playing !== undefined) playing.stopped = true;
  part('story').textContent = 'Stopped. The order is yours: tell what happens to it.';
}

/** How long each sentence of the played order stays, in milliseconds; `?pace=` changes it. */
const pace = Number(new URLSearchParams(location.search).get('pace') ?? 700);

async function playDemo(): Promise<void> {
  const mine = { stopped: false };
  playing = mine;
  show();
  const goOn = (): void => {
    if (mine.stopped) throw new Stopped();
  };
  await play({
    say: async (text) => {
      goOn();
      part('story').textContent = text;
      await sleep(pace);
      goOn();
    },
    moveTo: (to) => moveClock({ to }),
    place: async () => {
      const order = await place();
      followPicture();
      return order;
    },
    order: stack.order,
    now: async () => (await stack.overview()).now,
    tell,
    watch: async () => {
      await lights.caughtUp();
      await sleep(pace / 2);
      goOn();
    },
  });
}

/** On a phone the picture is further down than the button. */
function followPicture(): void {
  if (matchMedia('(max-width: 1080px)').matches) part('story').scrollIntoView({ behavior: 'smooth', block: 'start' });
}

async function keepLooking(): Promise<never> {
  for (;;) {
    if (!document.hidden) await refresh();
    await sleep(moving === undefined ? 1000 : 250);
  }
}

void keepLooking();
