/** A queue of the stack in which lies what could not be done for 30 hours. */
export interface DeadLetters {
  readonly arn: string;
  /** Without the stack's own name before it: `ring-again-dead-letters`. */
  readonly name: string;
  readonly waiting: number;
  /** Somebody is looking at these, in the console most likely: nobody can move them now. */
  readonly inHand: number;
  /** The queues that set them aside. None: a stream did, and a message only says where in it something was. */
  readonly sources: readonly string[];
}

/** One of SQS's message move tasks. */
export interface Move {
  readonly isRunning: boolean;
  readonly startedAt: number;
  readonly moved: number;
  readonly toMove: number;
  /** Why it ended before its end. */
  readonly failure: string | undefined;
}

export interface RedrivePorts {
  /** The last move out of this queue that was begun, whoever began it. */
  readonly lastMove: (arn: string) => Promise<Move | undefined>;
  readonly beginMove: (arn: string) => Promise<void>;
  /** Until it makes sense to look again. */
  readonly aWhile: () => Promise<void>;
  readonly progress: (done: number, all: number, what: string) => void;
}

/** What became of the letters of one queue. */
export interface PutBack {
  readonly queue: DeadLetters;
  readonly moved: number;
  readonly failure: string | undefined;
}

/** A move that was begun shows up within moments; if it does not, what is known by then counts. */
const looksForItsBeginning = 5;

export const canBePutBack = ({ waiting, sources }: DeadLetters): boolean => waiting > 0 && sources.length > 0;

/**
 * Puts each queue's letters back where they came from, one queue after the other. SQS runs one move a queue at a time:
 * where one runs already, begun by another or by a run of this that was interrupted, it is seen to its end instead.
 */
export async function redrive(queues: readonly DeadLetters[], ports: RedrivePorts): Promise<PutBack[]> {
  const done: PutBack[] = [];
  for (const queue of queues.filter(canBePutBack)) {
    const { moved, failure } = await moveOf(queue, ports);
    done.push({ queue, moved, failure });
  }
  return done;
}

async function moveOf(queue: DeadLetters, ports: RedrivePorts): Promise<Move> {
  const { lastMove, aWhile, progress } = ports;
  const before = await lastMove(queue.arn);
  if (before?.isRunning !== true) await begin(queue, ports);
  const isNew = (move: Move | undefined): boolean =>
    before?.isRunning === true || move?.startedAt !== before?.startedAt;
  for (let looks = 1; ; looks += 1) {
    const move = await lastMove(queue.arn);
    const isHere = move !== undefined && (isNew(move) || looks >= looksForItsBeginning);
    if (isHere) progress(move.moved, Math.max(move.toMove, move.moved), `messages of ${queue.name}`);
    if (isHere && !move.isRunning) return move;
    await aWhile();
  }
}

/** Whoever begins a move a moment before us has done what we want. */
async function begin({ arn }: DeadLetters, { beginMove, lastMove }: RedrivePorts): Promise<void> {
  try {
    await beginMove(arn);
  } catch (error) {
    if ((await lastMove(arn))?.isRunning !== true) throw error;
  }
}
