import { part } from './dom.ts';
import type { Stay } from './shown.ts';

const stepMilliseconds = 330;

/** Lights the picture: the order walks through it one state after the other, however fast it really went. */
export class TreeLights {
  private order: string | undefined;
  private path: readonly Stay[] = [];
  private shown = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private arrived: Array<() => void> = [];

  /** Another order stands where it stands at once; the same order walks on from where it was. */
  show(order: string | undefined, path: readonly Stay[]): void {
    const walksOn = order === this.order && path.length >= this.shown;
    this.order = order;
    this.path = path;
    if (!walksOn || prefersStillness()) this.shown = path.length;
    this.draw();
    this.walk();
  }

  /** From its first state on, for an order that was just placed. */
  begin(order: string): void {
    this.order = order;
    this.path = [];
    this.shown = 0;
  }

  /** Resolves once the picture shows where the order is. */
  async caughtUp(): Promise<void> {
    if (this.shown >= this.path.length) return;
    await new Promise<void>((resolve) => this.arrived.push(resolve));
  }

  private walk(): void {
    if (this.timer !== undefined) return;
    if (this.shown >= this.path.length) {
      for (const resolve of this.arrived.splice(0)) resolve();
      return;
    }
    this.shown += 1;
    this.draw();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.walk();
    }, stepMilliseconds);
  }

  private draw(): void {
    const path = this.path.slice(0, this.shown);
    const visited = new Set(path.map(({ name }) => name));
    const now = path.at(-1)?.name;
    const tree = part('tree');
    for (const state of tree.querySelectorAll('.state[id]')) {
      const name = state.id.replace('state-', '');
      state.classList.toggle('visited', visited.has(name));
      state.classList.toggle('now', name === now);
      if (name === now) state.setAttribute('aria-current', 'step');
      else state.removeAttribute('aria-current');
    }
    const taken = reasonsTaken(path);
    for (const reason of tree.querySelectorAll<SVGGElement>('.reason[data-reason]')) {
      const { reason: name = '', to = '' } = reason.dataset;
      const alone = tree.querySelectorAll(`.reason.silence[data-to="${CSS.escape(to)}"]`).length === 1;
      const fellDue = alone && reason.classList.contains('silence') && taken.has(`silence ${to}`);
      const told = reason.classList.contains('news') && (taken.has(`news ${name}`) || taken.has(`hoped ${to}`));
      reason.classList.toggle('taken', fellDue || told);
    }
    bringIntoView(tree, now);
  }
}

/** Whoever asks for less motion sees where the order stands at once. */
function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Why the order went on: the error that ended a wait, what the main path hoped for, or silence. */
function reasonsTaken(path: readonly Stay[]): Set<string> {
  const taken = new Set<string>();
  for (const [index, { name, error }] of path.entries()) {
    const next = path[index + 1]?.name;
    if (next === undefined) continue;
    const from = part('tree').querySelector(`#state-${CSS.escape(name)}`)?.classList;
    if (from?.contains('choice')) taken.add(`silence ${next}`);
    else if (error !== undefined) taken.add(`news ${error}`);
    else if (from?.contains('wait')) taken.add(`hoped ${next}`);
  }
  return taken;
}

/** On a phone the picture is wider than the screen: it follows the order. */
function bringIntoView(tree: HTMLElement, name: string | undefined): void {
  if (name === undefined || tree.scrollWidth <= tree.clientWidth) return;
  const box = tree.querySelector(`#state-${CSS.escape(name)}`)?.getBoundingClientRect();
  if (box === undefined) return;
  const frame = tree.getBoundingClientRect();
  const left = tree.scrollLeft + box.left - frame.left - (frame.width - box.width) / 2;
  tree.scrollTo({ left, behavior: prefersStillness() ? 'instant' : 'smooth' });
}
