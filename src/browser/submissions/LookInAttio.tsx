import { ButtonLink } from '../../ui/Button.tsx';
import { laterWords } from '../../words/later-words.ts';
import { useCopy } from '../use-copy.tsx';

/**
 * Leads to Attio, with the deal's name ready to be pasted into its search: Attio documents no address that searches by itself.
 */
export function LookInAttio({ href, name }: { href: string; name: string | null }) {
  const { isCopied, copy } = useCopy();
  const words = laterWords.checking;
  return (
    <>
      <ButtonLink
        weight="secondary"
        href={href}
        target="_blank"
        rel="noopener noreferrer"
        onClick={() => name !== null && copy(name)}
      >
        {words.look}
      </ButtonLink>
      <span role="status" className="text-small empty:hidden">
        {isCopied && words.nameCopied}
      </span>
    </>
  );
}
