import { Button } from '../../ui/Button.tsx';
import { t } from '../../words/t.ts';
import { useCopy } from '../use-copy.tsx';

/** Puts the address of a deal's page on the clipboard. */
export function CopyLink({ url }: { url: string }) {
  const { isCopied, copy } = useCopy();
  return (
    <>
      <Button weight="quiet" onClick={() => copy(url)}>
        {t('receipt.copy')}
      </Button>
      <span role="status" className="text-small text-muted">
        {isCopied && t('receipt.copied')}
      </span>
    </>
  );
}
