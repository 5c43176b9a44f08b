import { withWords } from '../../words/later-words.ts';
import { t } from '../../words/t.ts';
import type { AttributeInputProps } from '../attribute-input.tsx';
import { useIsAlive, useLater } from '../use-later.tsx';
import { DatedInput } from './DatedInput.tsx';
import type { DatedText } from './dated-text.ts';

const loadEcho = withWords(() => import('./understood.ts'));

/** A calendar date, typed or picked, with the day that was understood beneath. */
export function DateInput(props: AttributeInputProps<DatedText>) {
  const { entry, field, context } = props;
  const isAlive = useIsAlive();
  const echo = useLater(loadEcho, entry.text !== '');
  const note = isAlive && echo ? echo.understoodDay(entry, field, context) : '';
  return <DatedInput {...props} note={note} placeholder={field.multi ? t('date.several') : t('date.placeholder')} />;
}
