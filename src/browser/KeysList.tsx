import { Button } from '../ui/Button.tsx';
import { t } from '../words/t.ts';

const keys = (): readonly (readonly [string, string])[] => [
  ['Ctrl ⏎ / ⌘⏎', t('keysList.send')],
  ['⏎', t('keysList.pick')],
  ['↓', t('keysList.openList')],
  ['Tab', t('keysList.takeName')],
  ['⌫', t('keysList.removeLast')],
  ['Esc', t('keysList.close')],
  ['Esc', t('keysList.takeBack')],
  ['N', t('keysList.next')],
  ['?', t('keysList.show')],
];

/** What each key does, and the way back. */
export const KeysList = () => (
  <>
    <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
      {keys().map(([key, meaning]) => (
        <div key={meaning} className="contents">
          <dt className="text-muted">
            <bdi dir="ltr">{key}</bdi>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
    <form method="dialog" className="mt-5">
      <Button weight="secondary" type="submit" autoFocus>
        {t('keysList.done')}
      </Button>
    </form>
  </>
);
