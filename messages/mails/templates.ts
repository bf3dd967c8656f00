import Handlebars, { type Template } from 'handlebars/runtime.js';
import { isolateEnd, isolateStart } from '../shown.ts';
import { html, text, type CompiledTemplate } from './compiled.js';

type Compiled = Readonly<Record<string, CompiledTemplate>>;
type Templates = Record<string, Template | undefined>;

const htmlTemplates = loaded(html);
const textTemplates = loaded(text);

/** A message that has no template: a defect of ours, found by the tests. */
export class UnknownTemplate extends Error {
  override readonly name = 'UnknownTemplate';
}

/** Fills the HTML of a mail. Every value is escaped; one that the template names and the view lacks throws. */
export function fillHtml(message: string, view: object): string {
  return fill(htmlTemplates, message, view).replaceAll(isolateStart, '<bdi>').replaceAll(isolateEnd, '</bdi>');
}

/** Fills the plain text of a mail, with single blank lines only. One that the template names and the view lacks throws. */
export function fillText(message: string, view: object): string {
  const filled = fill(textTemplates, message, view);
  return `${filled
    .replace(/[ \t]+$/gmu, '')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()}\n`;
}

/** Each template is made when it is first asked for: a mail needs a few of them, and a new instance is waited for. */
function loaded(compiled: Compiled): Templates {
  const templates: Templates = {};
  for (const [name, spec] of Object.entries(compiled)) {
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
