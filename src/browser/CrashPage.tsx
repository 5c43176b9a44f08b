import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { laterWords } from '../words/later-words.ts';

/** What stands in the page's place when a fault of ours has brought it down: what was typed is on disk already. */
export const CrashPage = () => (
  <main className="mx-auto max-w-[592px] px-4 pt-8">
    <Notice tone="danger" title={laterWords.crash.title}>
      <p>{laterWords.crash.text}</p>
      <Button weight="secondary" className="mt-3" onClick={() => window.location.reload()}>
        {laterWords.crash.action}
      </Button>
    </Notice>
  </main>
);
