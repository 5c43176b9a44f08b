import { hasMessage, type MessageKey, t } from './t.ts';

/** What a sentence about the settings may name. */
export interface SettingsFaultDetails {
  /** The attribute's title, or its slug when it is gone. */
  title?: string | undefined;
  /** What was given: an id, a code, a key. */
  given?: string | undefined;
  /** The other rule, counted from 1. */
  other?: number | undefined;
  /** The most that is taken, where that is what is wrong. */
  most?: number | undefined;
}

type CodeOf<Key extends MessageKey> = Key extends `settingsFault.${infer Code}` ? Code : never;

/** What can be wrong with a workspace's settings. Stable: clients may branch on it. */
export type SettingsFaultCode = CodeOf<MessageKey>;

/** The sentence for a fault of the settings; an unknown code gets the most general one. */
export function settingsFaultMessage(code: string, details: SettingsFaultDetails = {}): string {
  const { title = '', given = '', other = 0, most = 0 } = details;
  const key = `settingsFault.${code}`;
  return t(hasMessage(key) ? key : 'settingsFault.object', { title, given, other, most });
}
