import type { AttributeInputProps } from '../attribute-input.tsx';
import { TypedInput } from '../TypedInput.tsx';
import { useIsAlive, useLater } from '../use-later.tsx';

const loadEcho = () => import('./understood-money.ts');

/** Money as typed, with the attribute's currency beside it and the understood amount beneath. */
export function CurrencyInput(props: AttributeInputProps<string>) {
  const { entry, field, context } = props;
  const isAlive = useIsAlive();
  const echo = useLater(loadEcho, entry !== '');
  const note = isAlive && echo ? echo.understoodMoney(entry, field, context) : '';
  return <TypedInput {...props} more={{ inputMode: 'decimal' }} unit={field.config.currency_code} note={note} />;
}
