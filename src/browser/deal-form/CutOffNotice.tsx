import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { en } from '../../words/en.ts';

/** No connection: the deal is kept, and goes out when there is one again. */
export const CutOffNotice = ({ onRetry }: { onRetry: () => void }) => (
  <Notice tone="warn" title={en.unreachable.title}>
    <p>{en.unreachable.text}</p>
    <Button weight="quiet" className="-mx-2" onClick={onRetry}>
      {en.unreachable.retry}
    </Button>
  </Notice>
);
