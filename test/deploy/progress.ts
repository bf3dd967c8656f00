const began = Date.now();

/** One line, with the seconds since the beginning. */
export function say(line: string): void {
  console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`);
}

/** What was tried, and what became of it. */
export class Tally {
  private passed = 0;
  private failed = 0;
  private skipped = 0;

  /** Tries one thing; whether it went well. Its failure ends nothing else. */
  async check(what: string, work: () => unknown): Promise<boolean> {
    const started = Date.now();
    try {
      await work();
      this.passed += 1;
      say(`passed: ${what} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      return true;
    } catch (error) {
      this.failed += 1;
      say(`FAILED: ${what}\n${explained(error)}`);
      return false;
    }
  }

  skip(what: string, why: string): void {
    this.skipped += 1;
    say(`SKIPPED: ${what}\n${why}`);
  }

  /** The last line of the test. */
  summary(): string {
    const { passed, failed, skipped } = this;
    return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  }

  /** 0: all went well. 1: not all. 77: nothing is known, for nothing could be tried. */
  exitCode(): number {
    if (this.failed > 0) return 1;
    return this.skipped > 0 ? 77 : 0;
  }
}

/** What the tests themselves say is understood without a trace. */
const ours = ['AnotherStory', 'NotTaken', 'NotTheSame', 'CdkFailed', 'EngineFailed', 'LeftBehind'];

function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return ours.includes(error.name) ? error.message : (error.stack ?? error.message);
}
