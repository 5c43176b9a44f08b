import type { Boot } from '../contract/boot.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { en } from '../words/en.ts';

/** What stands in the form's place when the workspace cannot be read: why, and what to do. */
export const TroublePage = ({ trouble, returnTo }: { trouble: NonNullable<Boot['trouble']>; returnTo: string }) => (
  <Card>
    <h1 className="text-title font-[620] tracking-[-0.01em]">{en.trouble.title}</h1>
    <p className="mt-2">{trouble.message}</p>
    <ButtonLink weight="secondary" className="mt-6" href={returnTo}>
      {en.trouble.retry}
    </ButtonLink>
    <p className="mt-4 text-small text-muted">{en.requestId(trouble.request_id)}</p>
  </Card>
);
