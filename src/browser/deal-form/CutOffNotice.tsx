import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { en } from '../../words/en.ts';

/** No connection: the deal is kept, and goes out when there is one again. */
export const CutOffNotice = ({ onRetry, onStartAnother }: { onRetry: () => void; onStartAnother?: () => void }) => (
  <Notice tone="warn" title={en.unreachable.title}>
    <p>{en.unreachable.text}</p>
    <div className="-mx-2 flex flex-wrap gap-x-2">
      <Button weight="quiet" onClick={onRetry}>
        {en.unreachable.retry}
      </Button>
      {onStartAnother && (
        <Button weight="quiet" onClick={onStartAnother}>
          {en.startAnother}
        </Button>
      )}
    </div>
  </Notice>
);
