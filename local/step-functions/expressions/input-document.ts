import type { ExprNode } from 'jsonata';
import { isJsonObject } from '../json.ts';

/** Where what is evaluated in the same context as the node itself hangs: not its predicates, nor a path's later steps. */
const PARTS = [
  'lhs',
  'rhs',
  'expression',
  'expressions',
  'condition',
  'then',
  'else',
  'procedure',
  'arguments',
  'body',
];

/**
 * Whether an expression reads JSONata's input document: `$` or a name without `$` where there is no context, or `$$`
 * anywhere. There is no such document in a state machine ("JSONata Restrictions"), so that `stage = 'Closed'` for
 * `$stage = 'Closed'` would be false for ever, and nobody would see why.
 */
export function readsInputDocument(tree: ExprNode): boolean {
  return readsFromOutside(tree) || namesWhole(tree);
}

function readsFromOutside(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(readsFromOutside);
  if (!isJsonObject(node)) return false;
  switch (node['type']) {
    case 'name':
    case 'wildcard':
    case 'descendant':
      return true;
    case 'variable':
      return node['value'] === '';
    case 'path':
      return Array.isArray(node['steps']) && readsFromOutside(node['steps'][0]);
    case 'transform':
      // Pattern and update look at what is transformed.
      return false;
    default:
      return PARTS.some((part) => readsFromOutside(node[part]));
  }
}

/** `$$`, at any depth. */
function namesWhole(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(namesWhole);
  if (!isJsonObject(node)) return false;
  if (node['type'] === 'variable' && node['value'] === '$') return true;
  return Object.values(node).some(namesWhole);
}
