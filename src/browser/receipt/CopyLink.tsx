import { Button } from '../../ui/Button.tsx';
import { laterWords } from '../../words/later-words.ts';
import { useCopy } from '../use-copy.tsx';

/** Puts the address of a deal's page on the clipboard. */
export function CopyLink({ url }: { url: string }) {
  const { isCopied, copy } = useCopy();
  return (
    <>
      <Button weight="quiet" onClick={() => copy(url)}>
        {laterWords.receipt.copy}
      </Button>
      <span role="status" className="text-small text-muted">
        {isCopied && laterWords.receipt.copied}
      </span>
    </>
  );
}
