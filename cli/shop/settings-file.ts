import { isSetting, settingsChangeSchema, type SettingsChange } from '../../functions/domain/shop/change-settings.ts';
import { pointerTo, wrongIn } from '../../functions/domain/told-to-us/parsed.ts';

/** A settings file that cannot be used, and everything that is wrong with it. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';
}

export interface ReadSettings {
  readonly change: SettingsChange;
  /** Names in the file that are no settings: most likely mistyped. */
  readonly unknown: readonly string[];
}

/**
 * The settings in a file, as `PUT /shop` would take them.
 * @throws WrongSettings naming every field that is wrong.
 */
export async function readSettings(path: string, readFile: (path: string) => Promise<string>): Promise<ReadSettings> {
  const given = jsonIn(path, await textOf(path, readFile));
  const parsed = settingsChangeSchema.safeParse(given);
  if (!parsed.success) {
    const wrong = wrongIn(parsed.error.issues).map(({ path: field, detail }) => `  ${pointerTo(field)}: ${detail}`);
    throw new WrongSettings(`${path} was not used; mend:\n${wrong.join('\n')}`);
  }
  const unknown = Object.keys(given as object).filter((name) => !isSetting(name));
  return { change: parsed.data, unknown };
}

async function textOf(path: string, readFile: (path: string) => Promise<string>): Promise<string> {
  try {
    return await readFile(path);
  } catch (error) {
    const why =
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'it does not exist' : String(error);
    throw new WrongSettings(`${path} cannot be read: ${why}.`, { cause: error });
  }
}

function jsonIn(path: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new WrongSettings(`${path} is no JSON: ${error instanceof Error ? error.message : String(error)}.`, {
      cause: error,
    });
  }
}
