import Handlebars, { type Template } from 'handlebars/runtime.js';
import { isolateEnd, isolateStart } from '../shown.ts';
import { parts, type Compiled, type CompiledTemplate } from './compiled.js';

type Templates = Record<string, Template | undefined>;

/** A message that has no template: a defect of ours, found by the tests. */
export class UnknownTemplate extends Error {
  override readonly name = 'UnknownTemplate';
}

/** Fills the mails of some templates. Every value that a template names must be in the view: one that lacks it throws. */
export interface Mails {
  /** The HTML of a mail. Every value is escaped. */
  readonly fillHtml: (message: string, view: object) => string;
  /** Its plain text, with single blank lines only. */
  readonly fillText: (message: string, view: object) => string;
}

/** Mails of these templates, inside the layout and with the parts of all. */
export function mailsOf(...compiled: readonly Compiled[]): Mails {
  const html = loaded([parts, ...compiled].map((each) => each.html));
  const text = loaded([parts, ...compiled].map((each) => each.text));
  return {
    fillHtml: (message, view) =>
      fill(html, message, view).replaceAll(isolateStart, '<bdi>').replaceAll(isolateEnd, '</bdi>'),
    fillText: (message, view) => {
      const filled = fill(text, message, view);
      return `${filled
        .replace(/[ \t]+$/gmu, '')
        .replace(/\n{3,}/gu, '\n\n')
        .trim()}\n`;
    },
  };
}

/** Each template is made when it is first asked for: a mail needs a few of them, and a new instance is waited for. */
function loaded(compiled: readonly Readonly<Record<string, CompiledTemplate>>[]): Templates {
  const templates: Templates = {};
  for (const [name, spec] of compiled.flatMap((each) => Object.entries(each))) {
    let made: Template | undefined;
    Object.defineProperty(templates, name, { enumerable: true, get: () => (made ??= Handlebars.template(spec)) });
  }
  return templates;
}

function fill(templates: Templates, message: string, view: object): string {
  const { layout, [message]: content } = templates;
  if (layout === undefined || content === undefined) throw new UnknownTemplate(message);
  // The parts, and what stands in the layout this time. Handlebars looks for own properties only.
  templates['content'] = content;
  return layout(view, { partials: templates });
}
