import type { DealForm } from './deal-form.ts';
import type { Session } from './session.ts';

/**
 * What the document carries so that the first paint needs no request: the server draws the page from it, and the browser
 * hydrates from the same data. Written and read by one build, so it is a type and not a schema.
 */
export interface Boot {
  page: 'form' | 'submissions' | 'bulk' | 'setup' | 'links' | 'preferences' | 'sign-in' | 'trouble';
  /** BCP 47; how numbers, money and dates are read and written. */
  locale: string;
  /** The one that the page speaks. */
  language: 'en' | 'de' | 'ar';
  /** Whether the browser runs on a Mac, iPhone or iPad, whose keyboards have a ⌘. */
  apple: boolean;
  /** True when the workspace is the sandbox: every page says so. */
  sandbox: boolean;
  session: Session | null;
  deal_form: DealForm | null;
  /** Whether the person left "More fields" open. */
  unfolded: boolean;
  /** Where to come back to after signing in: a path of ours. */
  return_to: string;
  /** The `code` of the problem that keeps the form from being drawn. */
  trouble: { code: string; message: string; request_id: string } | null;
}
