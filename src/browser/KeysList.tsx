import { Button } from '../ui/Button.tsx';
import { laterWords } from '../words/later-words.ts';

const keys: readonly [string, string][] = [
  ['Ctrl ⏎ / ⌘⏎', laterWords.keys.send],
  ['⏎', laterWords.keys.pick],
  ['⌫', laterWords.keys.removeLast],
  ['Esc', laterWords.keys.close],
  ['N', laterWords.keys.next],
  ['?', laterWords.keys.show],
];

/** What each key does, and the way back. */
export const KeysList = () => (
  <>
    <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
      {keys.map(([key, meaning]) => (
        <div key={key} className="contents">
          <dt className="text-muted">{key}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
    <form method="dialog" className="mt-5">
      <Button weight="secondary" type="submit" autoFocus>
        {laterWords.keys.done}
      </Button>
    </form>
  </>
);
