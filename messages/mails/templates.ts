import Handlebars, { type Template } from 'handlebars/runtime.js';
import { isolateEnd, isolateStart } from '../shown.ts';
import { html, text, type CompiledTemplate } from './compiled.js';

type Compiled = Readonly<Record<string, CompiledTemplate>>;

const htmlTemplates = load(html);
const textTemplates = load(text);

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

function load(compiled: Compiled): Readonly<Record<string, Template>> {
  return Object.fromEntries(Object.entries(compiled).map(([name, spec]) => [name, Handlebars.template(spec)]));
}

function fill(templates: Readonly<Record<string, Template>>, message: string, view: object): string {
  const { layout, [message]: content } = templates;
  if (layout === undefined || content === undefined) throw new UnknownTemplate(message);
  return layout(view, { partials: { ...templates, content } });
}
