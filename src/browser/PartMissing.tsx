import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { en } from '../words/en.ts';

/** A part of the page that could not be fetched: the connection is gone, or a newer build took the old one's place. */
export const PartMissing = () => (
  <Notice tone="warn" title={en.partMissing.title}>
    <p>{en.partMissing.text}</p>
    <Button weight="secondary" className="mt-3" onClick={() => window.location.reload()}>
      {en.partMissing.action}
    </Button>
  </Notice>
);
