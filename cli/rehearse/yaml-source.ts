import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';

/** One field of a story file that cannot be as it is. */
export interface WrongField {
  readonly path: readonly PropertyKey[];
  readonly detail: string;
}

/** A story file that cannot be played; its message has a line of its own for everything that is wrong. */
export class WrongStory extends Error {
  override readonly name = 'WrongStory';
}

/** A story file as YAML, which knows on which line each of its fields stands. */
export class YamlSource {
  private readonly file: string;
  private readonly lines = new LineCounter();
  private readonly document: Document;

  /** @throws WrongStory where the text is no YAML. */
  constructor(file: string, text: string) {
    this.file = file;
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
    const { errors } = this.document;
    if (errors.length > 0) {
      const said = errors.map(({ pos, message }) => `${this.at(pos[0])} ${message}`);
      throw new WrongStory(said.join('\n'));
    }
  }

  get value(): unknown {
    return this.document.toJS() as unknown;
  }

  /** In words for whoever wrote the file: `late-parcel.yaml:12 facts[2].until: a day that exists, as YYYY-MM-DD`. */
  wrong(fields: readonly WrongField[]): WrongStory {
    return new WrongStory(
      fields.map(({ path, detail }) => `${this.at(this.offsetOf(path))} ${named(path)}: ${hinted(detail)}`).join('\n'),
    );
  }

  private at(offset: number): string {
    return `${this.file}:${this.lines.linePos(offset).line}`;
  }

  /** Where the field begins; of a field that is missing, where the nearest begins that should hold it. */
  private offsetOf(path: readonly PropertyKey[]): number {
    let node: unknown = this.document.contents;
    let offset = 0;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
        if (pair === undefined || !isScalar(pair.key)) break;
        offset = pair.key.range?.[0] ?? offset;
        node = pair.value;
      } else if (isSeq(node)) {
        const item: unknown = node.items[Number(step)];
        if (!isMap(item) && !isScalar(item) && !isSeq(item)) break;
        offset = item.range?.[0] ?? offset;
        node = item;
      } else break;
    }
    return offset;
  }
}

/** `facts[2].lines[0].id` */
function named(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the story';
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`))
    .join('');
}

/** YAML reads 1001 as a number; who wrote an id meant a text. */
function hinted(detail: string): string {
  return detail.endsWith('expected string, received number') ? `${detail}: put it between quotes` : detail;
}
