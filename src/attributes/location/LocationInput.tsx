import { attributeWords } from '../../words/attribute-words.ts';
import type { AttributeInputProps } from '../attribute-input.tsx';
import { PartsInput } from '../PartsInput.tsx';
import type { PartsEntry } from '../parts-entry.ts';
import { useIsAlive } from '../use-later.tsx';
import { countryCodeOf, countryName } from './country.ts';
import { addressParts } from './location-start.ts';

const parts = addressParts.map((name) => ({ name, label: attributeWords.location[name], isHalf: !name.startsWith('line') }));

/** An address; the country as it is called or by its code, and beneath as it was understood. */
export function LocationInput(props: AttributeInputProps<PartsEntry>) {
  const { locale } = props.context;
  const written = props.entry.parts['country_code']?.trim() ?? '';
  const code = written === '' ? null : countryCodeOf(written, locale);
  // Names of countries differ between the languages that a server and a browser know.
  const name = useIsAlive() && code !== null ? countryName(code, locale) : '';
  const note = name.toLowerCase() === written.toLowerCase() ? '' : name;
  // Coordinates that a default gave are those of the place before it was changed.
  const elsewhere = (changed: PartsEntry['parts']) => ({ ...changed, latitude: '', longitude: '' });
  return (
    <PartsInput
      {...props}
      parts={parts}
      note={note}
      faultPart={written !== '' && code === null ? 'country_code' : undefined}
      onPart={elsewhere}
    />
  );
}
