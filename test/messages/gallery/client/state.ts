/// <reference lib="dom" />

/** What is looked at, as the address has it: a link to it can be sent to somebody. */
export interface State {
  readonly what: string;
  readonly locale: string;
  readonly reader: string;
  readonly tone: string;
  readonly case: string;
  readonly light: string;
}

export function readState(first: { readonly what: string; readonly locale: string }): State {
  const given = new URLSearchParams(location.hash.slice(1));
  return {
    what: given.get('what') ?? first.what,
    locale: given.get('locale') ?? first.locale,
    reader: given.get('reader') ?? 'all',
    tone: given.get('tone') ?? 'all',
    case: given.get('case') ?? 'as it is',
    light: given.get('light') ?? 'light',
  };
}

export function writeState(state: State): string {
  return `#${new URLSearchParams({ ...state }).toString()}`;
}
