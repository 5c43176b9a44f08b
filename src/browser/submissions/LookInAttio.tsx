import { ButtonLink } from '../../ui/Button.tsx';
import { t } from '../../words/t.ts';
import { useCopy } from '../use-copy.tsx';

/**
 * Leads to Attio, with the deal's name ready to be pasted into its search: Attio documents no address that searches by itself.
 */
export function LookInAttio({ href, name }: { href: string; name: string | null }) {
  const { isCopied, copy } = useCopy();
  return (
    <>
      <ButtonLink
        weight="secondary"
        href={href}
        target="_blank"
        rel="noopener noreferrer"
        onClick={() => name !== null && copy(name)}
      >
        {t('checking.look')}
      </ButtonLink>
      <span role="status" className="text-small empty:hidden">
        {isCopied && t('checking.nameCopied')}
      </span>
    </>
  );
}
