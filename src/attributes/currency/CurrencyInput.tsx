import { withWords } from '../../words/later-words.ts';
import { t } from '../../words/t.ts';
import type { AttributeInputProps } from '../attribute-input.tsx';
import { TypedInput } from '../TypedInput.tsx';
import { useIsAlive, useLater } from '../use-later.tsx';

const loadEcho = withWords(() => import('./understood-money.ts'));

/** Money as typed, with the attribute's currency beside it and the understood amount beneath. */
export function CurrencyInput(props: AttributeInputProps<string>) {
  const { entry, field, context } = props;
  const isAlive = useIsAlive();
  const echo = useLater(loadEcho, entry !== '');
  const note = isAlive && echo ? echo.understoodMoney(entry, field, context) : '';
  const more = { inputMode: 'decimal', ...(field.multi && { placeholder: t('severalNumbers') }) } as const;
  return <TypedInput {...props} separator="; " more={more} unit={field.config.currency_code} note={note} />;
}
