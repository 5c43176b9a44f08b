import { type MessageKey, t } from './t.ts';

type ReasonOf<Key extends MessageKey> = Key extends `signInFailure.${infer Reason}` ? Reason : never;

/** Why somebody is not signed in. */
export type SignInFailure = ReasonOf<MessageKey>;

/** The sentence for it. What was entered is kept, and a new sign-in is one click away: the page says so beside it. */
export const signInFailureSentence = (failure: SignInFailure): string => t(`signInFailure.${failure}`);
